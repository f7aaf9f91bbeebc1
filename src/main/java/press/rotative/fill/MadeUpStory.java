package press.rotative.fill;

import org.jspecify.annotations.Nullable;
import press.rotative.story.archive.ArchiveStory;

/// A made-up story, ready to be filed.
///
/// @param said the public note of its correction or update, or the notice of its kill; null where it stands
record MadeUpStory(
        Outline outline, ArchiveStory story, @Nullable String said) {}
