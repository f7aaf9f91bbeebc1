package press.rotative.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fits an answer to who asked: conditional requests, encodings, HEAD (RFC 9110, sections 9.3.2, 12.5.3 and 13.1.2).
final class Delivery {
    private final Map<String, String> always;

    /// @param always headers of every answer
    Delivery(SecurityHeaders always) {
        this.always = always.all();
    }

    SiteAnswer of(MadePage page, SiteRequest request) {
        PageBody body = page.body();
        boolean packed = body.packable() && acceptsGzip(request.acceptEncoding());
        String tag = packed ? body.packedTag() : body.tag();
        var headers = new LinkedHashMap<>(always);
        headers.putAll(page.headers());
        boolean tagged = page.status() == 200;
        if (tagged) {
            headers.put("ETag", tag);
        }
        if (body.packable()) {
            headers.put("Vary", "Accept-Encoding");
        }
        if (tagged && matches(request.ifNoneMatch(), tag)) {
            headers.remove("Content-Type");
            return new SiteAnswer(304, headers, new byte[0]);
        }
        if (packed) {
            headers.put("Content-Encoding", "gzip");
        }
        byte[] bytes = packed ? body.packed() : body.plain();
        headers.put("Content-Length", Integer.toString(bytes.length));
        return new SiteAnswer(page.status(), headers, request.method().equals("HEAD") ? new byte[0] : bytes);
    }

    /// Weak comparison, as If-None-Match wants it.
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null || ifNoneMatch.length() > 4000) {
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

    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.length() > 1000) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        double plain = -1;
        for (String one : acceptEncoding.split(",")) {
            String[] parts = one.split(";", 2);
            String coding = parts[0].strip().toLowerCase(java.util.Locale.ROOT);
            double quality = parts.length == 1 ? 1 : quality(parts[1]);
            switch (coding) {
                case "gzip", "x-gzip" -> gzip = quality;
                case "*" -> any = quality;
                case "identity" -> plain = quality;
                default -> {}
            }
        }
        double mine = gzip >= 0 ? gzip : any;
        return mine > 0 && mine >= plain;
    }

    /// An unreadable weight counts as a refusal: the plain form is always right.
    private static double quality(String parameter) {
        String text = parameter.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        return text.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text.substring(2)) : 0;
    }
}
