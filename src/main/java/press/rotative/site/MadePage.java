package press.rotative.site;

import java.util.Map;

/// An answer as it was made, before it is fitted to who asked.
///
/// @param headers `Content-Type`, `Cache-Control`, `Location` and the like
/// @param keep false for answers that are not worth a place in the cache, such as 404
/// @param answers what was made of it for those who asked
record MadePage(
        int status, Map<String, String> headers, PageBody body, PageClocks clocks, boolean keep, Answers answers) {
    static final String REVALIDATE = "no-cache";
    static final String HTML = "text/html; charset=utf-8";

    MadePage {
        headers = Map.copyOf(headers);
    }

    MadePage(int status, Map<String, String> headers, PageBody body, PageClocks clocks, boolean keep) {
        this(status, headers, body, clocks, keep, new Answers());
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

    /// The same answer with what an earlier one that says the same already has: its codings, and what was made of it.
    MadePage inheriting(MadePage earlier) {
        if (!earlier.body.sameBytes(body)) {
            return this;
        }
        boolean sameHead = earlier.status == status && earlier.headers.equals(headers);
        return new MadePage(status, headers, earlier.body, clocks, keep, sameHead ? earlier.answers : answers);
    }

    int weight() {
        return body.weight() + 3 * Answers.WEIGHT;
    }
}
