package press.rotative.site;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// A page on which the newsroom speaks of itself.
///
/// @param body markup already safe
/// @param saved when its text was written; null in a preview
record OwnPagePage(
        Chrome chrome,
        String title,
        @Nullable String standfirst,
        Content body,
        @Nullable Moment saved) {}
