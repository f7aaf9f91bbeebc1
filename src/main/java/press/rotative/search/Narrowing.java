package press.rotative.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;

/// What found stories must be besides holding the words; null where it does not matter.
///
/// @param from first published at this instant or later
/// @param before first published before this instant
public record Narrowing(
        @Nullable SectionId section,
        @Nullable ConceptId concept,
        @Nullable AuthorId author,
        @Nullable StoryKind kind,
        @Nullable Instant from,
        @Nullable Instant before) {
    public static final Narrowing NONE = new Narrowing(null, null, null, null, null, null);

    public boolean none() {
        return equals(NONE);
    }
}
