package press.rotative.newsroom.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
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
/// @param behind only translations that are out of date
/// @param before where the page before ended; null: the first page
public record DeskQuery(
        String view,
        @Nullable Workflow state,
        @Nullable Long edition,
        @Nullable Long section,
        String whose,
        When when,
        String words,
        boolean behind,
        DeskList.@Nullable Place before) {
    private static final int LONGEST_WORDS = 200;
    static final String PATH = "/newsroom/desk";

    /// Touched how long ago, or planned for when.
    public enum When {
        ANY,
        TODAY,
        WEEK,
        MONTH,
        PLANNED_TODAY,
        PLANNED_WEEK;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static DeskQuery of(Map<String, String> asked) {
        return new DeskQuery(
                asked.getOrDefault("view", "").equals("list") ? "list" : "board",
                Asked.named(Workflow.ON_THE_DESK.toArray(Workflow[]::new), asked.get("state")),
                Asked.number(asked.get("edition")),
                Asked.number(asked.get("section")),
                asked.getOrDefault("whose", "").matches("me|[0-9]{1,15}") ? asked.getOrDefault("whose", "") : "",
                orAny(Asked.named(When.values(), asked.get("when"))),
                Asked.words(asked.get("words"), LONGEST_WORDS),
                asked.getOrDefault("behind", "").equals("on"),
                place(asked.get("before")));
    }

    private static When orAny(@Nullable When when) {
        return when == null ? When.ANY : when;
    }

    /// Where a page ended, as an address says it.
    public static DeskList.@Nullable Place place(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,15}\\.[0-9]{1,15}")) {
            return null;
        }
        int dot = text.indexOf('.');
        return new DeskList.Place(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    public static String written(DeskList.Place place) {
        return place.touchedAt() + "." + place.story();
    }

    /// @param me row of `staff`
    DeskList.Wanted wanted(long me, Instant now, ZoneId zone) {
        return new DeskList.Wanted(
                edition == null || edition == 0 ? null : new EditionId(edition),
                section == null || section == 0 ? null : new SectionId(section),
                whose.isEmpty() ? null : whose.equals("me") ? Long.valueOf(me) : Long.valueOf(whose),
                since(now, zone),
                List.of(words.strip().split("\\s+")),
                behind,
                planned(now, zone));
    }

    private @Nullable Instant since(Instant now, ZoneId zone) {
        return switch (when) {
            case ANY, PLANNED_TODAY, PLANNED_WEEK -> null;
            case TODAY -> now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            case WEEK -> now.minus(Duration.ofDays(7));
            case MONTH -> now.minus(Duration.ofDays(30));
        };
    }

    private @Nullable Instant planned(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return switch (when) {
            case ANY, TODAY, WEEK, MONTH -> null;
            case PLANNED_TODAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
            case PLANNED_WEEK -> today.plusDays(8).atStartOfDay(zone).toInstant();
        };
    }

    /// The same filters in another view, from its top.
    String in(String otherView) {
        return new DeskQuery(otherView, null, edition, section, whose, when, words, behind, null).address();
    }

    /// The list of one state under the same filters.
    String all(Workflow of) {
        return new DeskQuery("list", of, edition, section, whose, when, words, behind, null).address();
    }

    String from(DeskList.Place place) {
        return new DeskQuery(view, state, edition, section, whose, when, words, behind, place).address();
    }

    String top() {
        return new DeskQuery(view, state, edition, section, whose, when, words, behind, null).address();
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
        parameters.put("behind", behind ? "on" : "");
        parameters.put("before", before == null ? "" : written(before));
        return Asked.address(PATH, parameters);
    }
}
