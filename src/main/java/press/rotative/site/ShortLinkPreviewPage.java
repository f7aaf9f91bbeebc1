package press.rotative.site;

import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// Where a short link leads, for readers who want to know before they go.
record ShortLinkPreviewPage(
        Chrome chrome,
        String shortLink,
        String address,
        Link story,
        @Nullable String standfirst,
        @Nullable Moment when) {}
