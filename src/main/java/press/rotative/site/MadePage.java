package press.rotative.site;

import java.util.Map;

/// An answer as it was made, before it is fitted to who asked.
///
/// @param headers `Content-Type`, `Cache-Control`, `Location` and the like
/// @param keep false for answers that are not worth a place in the cache, such as 404
record MadePage(int status, Map<String, String> headers, PageBody body, PageClocks clocks, boolean keep) {
    static final String REVALIDATE = "no-cache";
    static final String HTML = "text/html; charset=utf-8";

    MadePage {
        headers = Map.copyOf(headers);
    }

    static MadePage of(int status, String mediaType, byte[] bytes, PageClocks clocks) {
        return new MadePage(
                status,
                Map.of("Content-Type", mediaType, "Cache-Control", REVALIDATE),
                new PageBody(bytes, true),
                clocks,
                status == 200 || status == 410);
    }

    static MadePage html(int status, byte[] bytes, PageClocks clocks) {
        return of(status, HTML, bytes, clocks);
    }

    /// @param location a path of this site
    static MadePage redirect(int status, String location, PageClocks clocks) {
        return new MadePage(
                status,
                Map.of("Location", location, "Cache-Control", REVALIDATE),
                new PageBody(new byte[0], false),
                clocks,
                true);
    }

    /// The same answer with the body of an earlier one that has the same bytes, so that its encodings are kept.
    MadePage withBodyOf(MadePage earlier) {
        return earlier.body.sameBytes(body) ? new MadePage(status, headers, earlier.body, clocks, keep) : this;
    }

    int weight() {
        return body.weight() + 400;
    }
}
