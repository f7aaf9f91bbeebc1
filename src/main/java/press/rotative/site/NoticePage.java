package press.rotative.site;

import org.jspecify.annotations.Nullable;

/// What stands where a killed story stood (status 410).
///
/// @param title null when the editor decided that the notice does not name it
record NoticePage(
        Chrome chrome,
        @Nullable String title,
        String notice,
        @Nullable Moment when) {}
