package press.rotative.newsroom.search;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.story.PubStatus;
import press.rotative.story.StoryKind;
import press.rotative.story.Workflow;

/// What an address of the search asks for.
///
/// @param words as they were typed
/// @param workflow null: any
/// @param status what the public has of it, where that was asked for instead of a workflow state
/// @param author a name, or the beginning of one; empty: any
/// @param from the first day on which it was touched last
/// @param to the last such day
/// @param noDays `from` and `to` as they were typed, where that is no day, by the name of the field
/// @param after where the page before ended; null: the first page
public record SearchQuery(
        String words,
        @Nullable Long edition,
        @Nullable Long section,
        @Nullable Workflow workflow,
        @Nullable PubStatus status,
        @Nullable StoryKind kind,
        String author,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<String, String> noDays,
        @Nullable String after) {
    static final String PATH = "/newsroom/search";
    private static final int LONGEST = 200;
    private static final int LONGEST_DAY = 40;

    public SearchQuery {
        noDays = Map.copyOf(noDays);
    }

    static SearchQuery of(Map<String, String> asked) {
        String state = asked.get("state");
        String after = asked.get("after");
        var noDays = new LinkedHashMap<String, String>();
        for (String field : List.of("from", "to")) {
            String typed = Asked.words(asked.get(field), LONGEST_DAY).strip();
            if (!typed.isEmpty() && Asked.date(typed) == null) {
                noDays.put(field, typed);
            }
        }
        return new SearchQuery(
                Asked.words(asked.get("q"), LONGEST),
                Asked.number(asked.get("edition")),
                Asked.number(asked.get("section")),
                Asked.named(Workflow.values(), state),
                Asked.named(PubStatus.values(), state),
                Asked.named(StoryKind.values(), asked.get("kind")),
                Asked.words(asked.get("author"), LONGEST).strip(),
                Asked.date(asked.get("from")),
                Asked.date(asked.get("to")),
                noDays,
                after != null && after.matches("[0-9a-z.-]{1,40}") ? after : null);
    }

    /// Whether nothing is asked for yet.
    boolean none() {
        return words.isBlank()
                && edition == null
                && section == null
                && workflow == null
                && status == null
                && kind == null
                && author.isEmpty()
                && from == null
                && to == null;
    }

    String state() {
        return workflow != null
                ? workflow.name().toLowerCase(Locale.ROOT)
                : status == null ? "" : status.name().toLowerCase(Locale.ROOT);
    }

    /// Whether a field holds what is no day: nothing is looked for then.
    boolean good() {
        return noDays.isEmpty();
    }

    /// @return what was typed into a field and is no day; null: it is good
    public @Nullable String noDay(String field) {
        return noDays.get(field);
    }

    public String fromText() {
        return from == null ? noDays.getOrDefault("from", "") : from.toString();
    }

    public String toText() {
        return to == null ? noDays.getOrDefault("to", "") : to.toString();
    }

    /// The page that begins after this place; null: the first page.
    String page(@Nullable String place) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", words);
        parameters.put("edition", edition == null ? "" : edition.toString());
        parameters.put("section", section == null ? "" : section.toString());
        parameters.put("state", state());
        parameters.put("kind", kind == null ? "" : kind.name().toLowerCase(Locale.ROOT));
        parameters.put("author", author);
        parameters.put("from", fromText());
        parameters.put("to", toText());
        parameters.put("after", place == null ? "" : place);
        return Asked.address(PATH, parameters);
    }
}
