package press.rotative.site;

/// The codings a page is sent in (RFC 9110, section 8.4.1; Brotli: RFC 7932), the smallest first.
enum Coding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /// As it stands in `Content-Encoding`.
    String token() {
        return token;
    }

    /// What tells the entity tag of this form from that of the plain one.
    String suffix() {
        return this == IDENTITY ? "" : "-" + token;
    }
}
