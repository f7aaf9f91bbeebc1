package press.rotative.sample;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One story of the sample with what happened to it after it was published.
///
/// @param key how other files name it
/// @param published a fixed instant, so that every build packs the same newspaper
/// @param after later acts, in order of time
record SampleStory(
        String key,
        String edition,
        String section,
        String kind,
        String headline,
        @Nullable String standfirst,
        String slug,
        @Nullable String slugline,
        @Nullable String dateline,
        int urgency,
        OffsetDateTime published,
        @Nullable Original translatedFrom,
        List<Signature> byline,
        @Nullable Hero hero,
        List<String> concepts,
        List<Reading> related,
        List<Reference> sources,
        @Nullable String making,
        List<Part> body,
        List<Later> after) {

    SampleStory {
        byline = orEmpty(byline);
        concepts = orEmpty(concepts);
        related = orEmpty(related);
        sources = orEmpty(sources);
        body = orEmpty(body);
        after = orEmpty(after);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// Which version of which story this one translates.
    record Original(String story, int version) {}

    record Signature(String author, @Nullable String role) {}

    /// @param caption null: the picture's own
    /// @param archive true: a file picture here, whatever it is elsewhere
    record Hero(
            String picture,
            @Nullable String caption,
            @Nullable Boolean archive) {}

    /// A story of the sample, or the title of one that is not here.
    record Reading(@Nullable String story, @Nullable String title) {}

    record Reference(String text, @Nullable String link) {}

    /// A block of the body; which fields it has follows from its type.
    record Part(
            String id,
            String type,
            @Nullable String text,
            @Nullable Integer level,
            @Nullable String attribution,
            @Nullable Boolean ordered,
            @Nullable List<String> items,
            @Nullable String picture,
            @Nullable String story,
            @Nullable String caption,
            @Nullable List<String> columns,
            @Nullable List<List<String>> rows,
            @Nullable String url,
            @Nullable String title,
            @Nullable String provider) {}

    /// An act after publication.
    ///
    /// @param act `correct`, `update`, `kill` or `withhold`
    /// @param note of a correction or update, for the public
    /// @param reason of a kill or withholding, for the newsroom
    /// @param notice of a kill, for the public
    /// @param titleInNotice whether the public notice names the story
    record Later(
            String act,
            OffsetDateTime at,
            @Nullable String note,
            @Nullable List<Change> changes,
            @Nullable Original translatedFrom,
            @Nullable String reason,
            @Nullable String notice,
            @Nullable Boolean titleInNotice) {}

    /// One change of a text: a block instead of another, a block after another, or another headline or standfirst.
    record Change(
            @Nullable String replace,
            @Nullable String after,
            @Nullable Part block,
            @Nullable String set,
            @Nullable String text) {}

    /// Whether its readers still see it when all acts are done.
    boolean staysPublic() {
        return after.stream()
                .noneMatch(later -> later.act().equals("kill") || later.act().equals("withhold"));
    }
}
