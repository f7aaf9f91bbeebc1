package press.rotative.site;

import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// What stands where a killed or expired story stood (status 410).
///
/// @param kick what became of it, in two words
/// @param title of the story, or a sentence where the notice does not name it
record NoticePage(
        Chrome chrome,
        String kick,
        String title,
        String notice,
        @Nullable Moment when) {}
