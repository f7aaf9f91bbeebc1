package press.rotative.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.search.Narrowing;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;

/// What a search is narrowed to, as its address says it. Sections, concepts and authors are told by number, so that the
/// address of a search holds when they are renamed.
///
/// @param from the first day, in the edition's time zone
/// @param to the last day
record SearchFilter(
        @Nullable SectionId section,
        @Nullable ConceptId concept,
        @Nullable AuthorId author,
        @Nullable StoryKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final String SECTION = "section";
    static final String CONCEPT = "concept";
    static final String AUTHOR = "author";
    static final String KIND = "kind";
    static final String FROM = "from";
    static final String TO = "to";
    static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null);

    /// @throws Problem INVALID for a value that cannot be read
    static SearchFilter of(@Nullable String query) {
        Long section = number(query, SECTION);
        Long concept = number(query, CONCEPT);
        Long author = number(query, AUTHOR);
        return new SearchFilter(
                section == null ? null : new SectionId(section),
                concept == null ? null : new ConceptId(concept),
                author == null ? null : new AuthorId(author),
                kind(query),
                day(query, FROM),
                day(query, TO));
    }

    private static @Nullable Long number(@Nullable String query, String name) {
        String value = given(query, name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[1-9]\\d{0,17}")) {
            throw Problem.invalid("'" + name + "' is a number.");
        }
        return Long.parseLong(value);
    }

    private static @Nullable StoryKind kind(@Nullable String query) {
        String value = given(query, KIND);
        return value == null
                ? null
                : Arrays.stream(StoryKind.values())
                        .filter(kind -> word(kind).equals(value))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("There is no such kind of story."));
    }

    private static @Nullable LocalDate day(@Nullable String query, String name) {
        String value = given(query, name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADay) {
            throw Problem.invalid("'" + name + "' is a day such as 2026-11-24.");
        }
    }

    /// An empty field of a form says nothing.
    private static @Nullable String given(@Nullable String query, String name) {
        String value = Route.parameter(query, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// A kind as an address names it.
    static String word(StoryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    boolean none() {
        return equals(NONE);
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (section != null) {
            parameters.put(SECTION, Long.toString(section.value()));
        }
        if (concept != null) {
            parameters.put(CONCEPT, Long.toString(concept.value()));
        }
        if (author != null) {
            parameters.put(AUTHOR, Long.toString(author.value()));
        }
        if (kind != null) {
            parameters.put(KIND, word(kind));
        }
        if (from != null) {
            parameters.put(FROM, from.toString());
        }
        if (to != null) {
            parameters.put(TO, to.toString());
        }
        return parameters;
    }

    /// @param about the concept as it is now: it may have been merged into another
    Narrowing narrowing(ZoneId zone, @Nullable ConceptId about) {
        return new Narrowing(
                section,
                about,
                author,
                kind,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
