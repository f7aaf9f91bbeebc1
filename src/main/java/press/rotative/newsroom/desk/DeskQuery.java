package press.rotative.newsroom.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.story.DeskList;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Workflow;

/// What an address of the desk asks for. What cannot be read in it asks for nothing, so that an old address of a
/// colleague still shows a desk.
///
/// @param view `board` or `list`
/// @param state null: all states
/// @param whose `me` or the number of a member of staff; empty: anybody's
/// @param when empty: at any time
/// @param before where the page before ended; null: the first page
public record DeskQuery(
        String view,
        @Nullable Workflow state,
        @Nullable Long edition,
        @Nullable Long section,
        String whose,
        When when,
        String words,
        DeskList.@Nullable Place before) {
    private static final int LONGEST_WORDS = 200;
    static final String PATH = "/newsroom/desk";

    /// Touched how long ago.
    public enum When {
        ANY,
        TODAY,
        WEEK,
        MONTH;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static DeskQuery of(Map<String, String> asked) {
        String words = asked.getOrDefault("words", "").replaceAll("\\p{Cntrl}", " ");
        return new DeskQuery(
                asked.getOrDefault("view", "").equals("list") ? "list" : "board",
                named(Workflow.values(), asked.get("state")),
                number(asked.get("edition")),
                number(asked.get("section")),
                asked.getOrDefault("whose", "").matches("me|[0-9]{1,15}") ? asked.getOrDefault("whose", "") : "",
                orAny(named(When.values(), asked.get("when"))),
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                place(asked.get("before")));
    }

    private static When orAny(@Nullable When when) {
        return when == null ? When.ANY : when;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(all)
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,15}") ? null : Long.valueOf(text);
    }

    private static DeskList.@Nullable Place place(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,15}\\.[0-9]{1,15}")) {
            return null;
        }
        int dot = text.indexOf('.');
        return new DeskList.Place(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    /// @param me row of `staff`
    DeskList.Wanted wanted(long me, Instant now, ZoneId zone) {
        return new DeskList.Wanted(
                edition == null || edition == 0 ? null : new EditionId(edition),
                section == null || section == 0 ? null : new SectionId(section),
                whose.isEmpty() ? null : whose.equals("me") ? Long.valueOf(me) : Long.valueOf(whose),
                since(now, zone),
                List.of(words.strip().split("\\s+")));
    }

    private @Nullable Instant since(Instant now, ZoneId zone) {
        return switch (when) {
            case ANY -> null;
            case TODAY -> now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            case WEEK -> now.minus(Duration.ofDays(7));
            case MONTH -> now.minus(Duration.ofDays(30));
        };
    }

    /// The same filters in another view, from its top.
    String in(String otherView) {
        return new DeskQuery(otherView, null, edition, section, whose, when, words, null).address();
    }

    /// The list of one state under the same filters.
    String all(Workflow of) {
        return new DeskQuery("list", of, edition, section, whose, when, words, null).address();
    }

    String from(DeskList.Place place) {
        return new DeskQuery(view, state, edition, section, whose, when, words, place).address();
    }

    String top() {
        return new DeskQuery(view, state, edition, section, whose, when, words, null).address();
    }

    /// What this page is found under.
    String address() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("view", view.equals("board") ? "" : view);
        parameters.put("state", state == null ? "" : state.name().toLowerCase(Locale.ROOT));
        parameters.put("edition", edition == null ? "" : edition.toString());
        parameters.put("section", section == null ? "" : section.toString());
        parameters.put("whose", whose);
        parameters.put("when", when == When.ANY ? "" : when.label());
        parameters.put("words", words);
        parameters.put("before", before == null ? "" : before.touchedAt() + "." + before.story());
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return PATH + query;
    }
}
