package press.rotative.newsroom.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.desk.DeskQuery;
import press.rotative.story.DeskList;
import press.rotative.story.EditionId;
import press.rotative.story.IncomingList;
import press.rotative.story.SectionId;

/// What an address of the inbox asks for. What cannot be read in it asks for nothing.
///
/// @param discarded what was discarded, not what waits
/// @param host where the captures came from; empty: wherever
/// @param doubts `some`, `none`; empty: whatever
/// @param before where the page before ended; null: the first page
public record InboxQuery(
        boolean discarded,
        @Nullable Long edition,
        @Nullable Long section,
        String host,
        String doubts,
        String words,
        DeskList.@Nullable Place before) {
    static final String PATH = "/newsroom/inbox";
    private static final int LONGEST = 200;

    static InboxQuery of(Map<String, String> asked) {
        String doubts = asked.getOrDefault("doubts", "");
        return new InboxQuery(
                asked.getOrDefault("view", "").equals("discarded"),
                Asked.number(asked.get("edition")),
                Asked.number(asked.get("section")),
                Asked.words(asked.get("host"), LONGEST).strip(),
                doubts.equals("some") || doubts.equals("none") ? doubts : "",
                Asked.words(asked.get("words"), LONGEST),
                DeskQuery.place(asked.get("before")));
    }

    IncomingList.Wanted wanted() {
        return new IncomingList.Wanted(
                discarded,
                edition == null ? null : new EditionId(edition),
                section == null ? null : new SectionId(section),
                host,
                doubts.isEmpty() ? null : Boolean.valueOf(doubts.equals("some")),
                List.of(words.strip().split("\\s+")));
    }

    String from(DeskList.@Nullable Place place) {
        return new InboxQuery(discarded, edition, section, host, doubts, words, place).address();
    }

    /// The same filters over what waits, or over what was discarded.
    String in(boolean ofDiscarded) {
        return new InboxQuery(ofDiscarded, edition, section, host, doubts, words, null).address();
    }

    /// What this page is found under.
    String address() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("view", discarded ? "discarded" : "");
        parameters.put("edition", edition == null ? "" : edition.toString());
        parameters.put("section", section == null ? "" : section.toString());
        parameters.put("host", host);
        parameters.put("doubts", doubts);
        parameters.put("words", words);
        parameters.put("before", before == null ? "" : DeskQuery.written(before));
        return Asked.address(PATH, parameters);
    }
}
