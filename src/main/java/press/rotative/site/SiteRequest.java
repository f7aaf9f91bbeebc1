package press.rotative.site;

import org.jspecify.annotations.Nullable;

/// What the public site reads of a request. Host, cookies and every other header are not looked at.
///
/// @param path as it came, percent-encoded, without the query
/// @param query as it came, without the question mark
/// @param ifNoneMatch entity tags that the asker has (RFC 9110, section 13.1.2)
public record SiteRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String ifNoneMatch,
        @Nullable String acceptEncoding) {

    public static SiteRequest get(String address) {
        int mark = address.indexOf('?');
        return mark < 0
                ? new SiteRequest("GET", address, null, null, null)
                : new SiteRequest("GET", address.substring(0, mark), address.substring(mark + 1), null, null);
    }

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
