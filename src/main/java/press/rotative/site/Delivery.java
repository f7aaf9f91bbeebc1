package press.rotative.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fits an answer to who asked: conditional requests, codings, HEAD (RFC 9110, sections 9.3.2, 12.5.3 and 13.1.2).
final class Delivery {
    private final Map<String, String> always;

    /// @param always headers of every answer
    Delivery(SecurityHeaders always) {
        this.always = always.all();
    }

    /// May compress and so must not run on an event loop.
    SiteAnswer of(MadePage page, SiteRequest request) {
        SiteAnswer answer = whole(page, request.ifNoneMatch(), coding(page, request.acceptEncoding()));
        return request.method().equals("HEAD") ? answer.withoutBody() : answer;
    }

    /// The answer to a GET; null where its bytes have yet to be made.
    @Nullable
    SiteAnswer atHand(MadePage page, @Nullable String ifNoneMatch, @Nullable String acceptEncoding) {
        Coding coding = coding(page, acceptEncoding);
        return page.body().has(coding) ? whole(page, ifNoneMatch, coding) : null;
    }

    private static Coding coding(MadePage page, @Nullable String acceptEncoding) {
        return page.body().packable() ? AcceptEncoding.best(acceptEncoding, Packing.hasBrotli()) : Coding.IDENTITY;
    }

    private SiteAnswer whole(MadePage page, @Nullable String ifNoneMatch, Coding coding) {
        boolean known = ifNoneMatch != null
                && page.status() == 200
                && matches(ifNoneMatch, page.body().tag(coding));
        return known
                ? page.answers().notModified(coding, () -> notModified(page, coding))
                : page.answers().whole(coding, () -> whole(page, coding));
    }

    private SiteAnswer notModified(MadePage page, Coding coding) {
        Map<String, String> headers = headers(page, coding);
        headers.remove("Content-Type");
        return new SiteAnswer(304, headers, new byte[0]);
    }

    private SiteAnswer whole(MadePage page, Coding coding) {
        Map<String, String> headers = headers(page, coding);
        byte[] bytes = page.body().in(coding);
        if (coding != Coding.IDENTITY) {
            headers.put("Content-Encoding", coding.token());
        }
        headers.put("Content-Length", Integer.toString(bytes.length));
        return new SiteAnswer(page.status(), headers, bytes);
    }

    private Map<String, String> headers(MadePage page, Coding coding) {
        var headers = new LinkedHashMap<>(always);
        headers.putAll(page.headers());
        if (page.status() == 200) {
            headers.put("ETag", page.body().tag(coding));
        }
        if (page.body().packable()) {
            headers.put("Vary", "Accept-Encoding");
        }
        return headers;
    }

    /// Weak comparison, as If-None-Match wants it.
    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch.equals(tag)) {
            return true;
        }
        if (ifNoneMatch.length() > 4000) {
            return false;
        }
        for (String one : ifNoneMatch.split(",")) {
            String known = one.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
