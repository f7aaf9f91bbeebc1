package press.rotative.story;

import org.jspecify.annotations.Nullable;

/// A story as the newsroom keeps it: its number, its two axes, its versions. What it says stands in [StoryContent].
///
/// @param uri never changes
/// @param code short code; null until the first publication
/// @param liveVersion the version the public reads or last read; null until the first publication
/// @param section of the live version
/// @param publishedAt first publication, epoch milliseconds
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
        long createdAt) {

    public StoryState state() {
        return new StoryState(pubStatus, workflow);
    }
}
