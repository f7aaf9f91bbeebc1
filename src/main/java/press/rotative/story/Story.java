package press.rotative.story;

import org.jspecify.annotations.Nullable;

/// A story as the newsroom keeps it: its number, its two axes, its versions. What it says stands in [StoryContent].
///
/// @param uri never changes
/// @param code short code; null until the first publication
/// @param liveVersion the version the public reads or last read; null until the first publication
/// @param section of the live version
/// @param publishedAt first publication, epoch milliseconds
/// @param plan why a version that was decided on is not public yet; null: nothing is planned
/// @param planAt when it will be, epoch milliseconds
/// @param expiresAt when the public may read it no longer, epoch milliseconds
/// @param expiredAt when it left the public by its expiry; null: it did not
/// @param translates what its newest text translates; null: nothing
/// @param textVersion the last version that said other words than the one before; null until the first publication
public record Story(
        StoryId id,
        String uri,
        EditionId edition,
        long family,
        @Nullable String code,
        Workflow workflow,
        @Nullable PubStatus pubStatus,
        @Nullable Integer liveVersion,
        int lastVersion,
        @Nullable SectionId section,
        @Nullable Long publishedAt,
        @Nullable Long updatedAt,
        @Nullable String notice,
        @Nullable String origin,
        long createdAt,
        @Nullable PlanKind plan,
        @Nullable Long planAt,
        @Nullable Long expiresAt,
        @Nullable Long expiredAt,
        @Nullable TranslatedFrom translates,
        @Nullable Integer textVersion) {

    public StoryState state() {
        return new StoryState(pubStatus, workflow, plan, expiredAt != null);
    }
}
