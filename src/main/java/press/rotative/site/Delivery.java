package press.rotative.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// Fits an answer to who asked: conditional requests, codings, HEAD (RFC 9110, sections 9.3.2, 12.5.3 and 13.1.2).
final class Delivery {
    /// What a 304 says (RFC 9110, section 15.4.5): who asked keeps the other headers with the page that it has.
    private static final Set<String> OF_NOT_MODIFIED = Set.of("ETag", "Cache-Control", "Vary");

    private final Map<String, String> always;
    private final String guard;

    /// @param always headers of every answer
    Delivery(SecurityHeaders always) {
        this.always = always.all();
        this.guard = "-" + Digest.of(this.always.toString()).substring(0, 8) + '"';
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
                && matches(ifNoneMatch, page.body().tag(coding), guard);
        return known
                ? page.answers().notModified(coding, () -> notModified(page, coding))
                : page.answers().whole(coding, () -> whole(page, coding));
    }

    private SiteAnswer notModified(MadePage page, Coding coding) {
        Map<String, String> headers = headers(page, coding);
        headers.keySet().retainAll(OF_NOT_MODIFIED);
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
            headers.put("ETag", whole(page.body().tag(coding), guard));
        }
        if (page.body().packable()) {
            headers.put("Vary", "Accept-Encoding");
        }
        return headers;
    }

    /// The tag of an answer covers the bytes and the headers that guard them: a reader who has the page under other
    /// guards gets it anew, so that a 304 need not repeat them.
    private static String whole(String tag, String guard) {
        return tag.substring(0, tag.length() - 1) + guard;
    }

    /// Weak comparison, as If-None-Match wants it.
    ///
    /// @param tag of the bytes
    /// @param guard the end of the whole tag
    static boolean matches(String ifNoneMatch, String tag, String guard) {
        int end = tag.length() - 1;
        if (ifNoneMatch.length() == end + guard.length()
                && ifNoneMatch.endsWith(guard)
                && ifNoneMatch.regionMatches(0, tag, 0, end)) {
            return true;
        }
        if (ifNoneMatch.length() > 4000) {
            return false;
        }
        String whole = whole(tag, guard);
        for (String one : ifNoneMatch.split(",")) {
            String known = one.strip();
            if (known.equals("*") || known.equals(whole) || known.equals("W/" + whole)) {
                return true;
            }
        }
        return false;
    }
}
