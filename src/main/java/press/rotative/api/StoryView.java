package press.rotative.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Draft;
import press.rotative.story.Editions;
import press.rotative.story.PlanKind;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryHistory;
import press.rotative.story.StoryId;

/// A story as the API shows it to those who may read stories.
///
/// @param live what the public reads or last read; null: never published, or destroyed
/// @param draft null: there is none
/// @param planned what waits for its instant; null: nothing does
/// @param versions the newest [Limits#MOST], oldest first
record StoryView(
        @JsonUnwrapped Summary story,
        @Nullable StoryContent live,
        @Nullable DraftView draft,
        @Nullable PlannedView planned,
        List<VersionView> versions) {

    /// The two axes and the numbers, without a word of the text: the form that answers to changes have, so that what is
    /// kept of an answer holds no text that might have to be destroyed.
    ///
    /// @param workflow pitch, draft, ... published
    /// @param pubStatus usable, withheld or canceled; null: never published
    /// @param draftRevision 0: there is no draft
    /// @param publishAt when the scheduled version becomes public
    /// @param embargoedUntil nothing of it may be public before
    /// @param expires when the public may read it no longer
    /// @param expiredAt when it left the public for that
    /// @param warnings what an act let through, and what else came of it
    record Summary(
            String self,
            long id,
            String uri,
            String edition,
            @Nullable String code,
            String workflow,
            @Nullable String pubStatus,
            @Nullable Integer liveVersion,
            int lastVersion,
            int draftRevision,
            @Nullable Long section,
            @Nullable String publishedAt,
            @Nullable String updatedAt,
            String createdAt,
            @Nullable String notice,
            @Nullable String publishAt,
            @Nullable String embargoedUntil,
            @Nullable String expires,
            @Nullable String expiredAt,
            @Nullable List<String> warnings) {

        static Summary of(DSLContext sql, StoryId id) {
            return of(sql, id, List.of());
        }

        static Summary of(DSLContext sql, StoryId id, List<String> warnings) {
            var stories = new Stories(sql);
            Story story = stories.get(id);
            return new Summary(
                    "/api/v1/stories/" + id.value(),
                    id.value(),
                    story.uri(),
                    new Editions(sql).get(story.edition()).code(),
                    story.code(),
                    label(story.workflow()),
                    story.pubStatus() == null ? null : label(story.pubStatus()),
                    story.liveVersion(),
                    story.lastVersion(),
                    stories.draft(id).map(Draft::revision).orElse(0),
                    story.section() == null ? null : story.section().value(),
                    time(story.publishedAt()),
                    time(story.updatedAt()),
                    Instant.ofEpochMilli(story.createdAt()).toString(),
                    story.notice(),
                    story.plan() == PlanKind.SCHEDULED ? time(story.planAt()) : null,
                    story.plan() == PlanKind.EMBARGOED ? time(story.planAt()) : null,
                    time(story.expiresAt()),
                    time(story.expiredAt()),
                    warnings.isEmpty() ? null : warnings);
        }

        /// The tag of the draft: it changes with every save and with every version, so that a draft begun after a
        /// publication is never taken for the one before it.
        String tag() {
            return "v" + lastVersion + "-d" + draftRevision;
        }
    }

    /// @param basedOn version it was begun from; 0: before the first publication
    record DraftView(int revision, int basedOn, StoryContent content) {}

    /// @param draftRevision the draft as it was when this was decided
    record PlannedView(
            String at, int draftRevision, @Nullable String note, StoryContent content) {}

    /// @param note public note
    /// @param destroyed its text is gone for good
    record VersionView(
            int version,
            String at,
            String act,
            @Nullable String note,
            String digest,
            boolean destroyed,
            boolean closed) {}

    static StoryView of(DSLContext sql, StoryId id) {
        var stories = new Stories(sql);
        Story story = stories.get(id);
        return new StoryView(
                Summary.of(sql, id),
                stories.liveContent(story).orElse(null),
                stories.draft(id)
                        .map(draft -> new DraftView(draft.revision(), draft.basedOn(), draft.content()))
                        .orElse(null),
                stories.plan(id)
                        .map(plan ->
                                new PlannedView(plan.at().toString(), plan.revision(), plan.note(), plan.content()))
                        .orElse(null),
                versions(sql, id));
    }

    /// The newest, oldest first.
    private static List<VersionView> versions(DSLContext sql, StoryId id) {
        return new StoryHistory(sql)
                .of(id, Integer.MAX_VALUE, Limits.MOST).reversed().stream()
                        .map(version -> new VersionView(
                                version.version(),
                                version.at().toString(),
                                version.act().toLowerCase(Locale.ROOT),
                                version.note(),
                                version.digest(),
                                version.destroyed(),
                                version.closed()))
                        .toList();
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}
