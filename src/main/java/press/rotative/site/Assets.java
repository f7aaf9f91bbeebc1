package press.rotative.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import press.rotative.language.Tongue;

/// Style, fonts, icon and the small script of the public pages, and the files of the newsroom's screens. Each file has
/// an address that holds the digest of its bytes, `/assets/{name}-{digest}.{ext}`, and so may be kept for ever; the
/// script of the public pages stands in the page itself and is allowed by its digest.
public final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final List<String> FONTS =
            List.of("display", "text", "text-italic", "sans", "arabic", "arabic-latin");

    /// One file as it is answered.
    record Asset(String address, String mediaType, byte[] bytes) {}

    /// What the screens of the newsroom load besides fonts and icon.
    private static final List<String> NEWSROOM = List.of(
            "newsroom.css",
            "newsroom.js",
            "desk.css",
            "desk.js",
            "story.js",
            "editor.css",
            "editor.js",
            "media.css",
            "media.js",
            "passkeys.js",
            "inbox.css",
            "inbox.js",
            "fronts.css",
            "look.css");

    private static final class OfProgram {
        private static final Assets ALL = new Assets();
    }

    private final Map<String, Asset> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> fonts = new HashMap<>();
    private final String style;
    private final String icon;
    private final String script;
    private final String searchScript;

    private Assets() {
        for (String font : FONTS) {
            fonts.put(font, keep(font, "woff2", "font/woff2", read("fonts/" + font + ".woff2")));
        }
        style = keep("site", "css", CSS, sheet("site.css"));
        icon = keep("mark", "svg", "image/svg+xml", read("mark.svg"));
        script = text("site.js").strip();
        searchScript = text("suggest.js").strip();
        NEWSROOM.forEach(this::keepOfNewsroom);
    }

    private byte[] sheet(String file) {
        String sheet = Stylesheet.small(text(file));
        for (String font : FONTS) {
            sheet = sheet.replace(
                    "fonts/" + font + ".woff2",
                    Objects.requireNonNull(fonts.get(font)).substring("/assets/".length()));
        }
        return sheet.getBytes(StandardCharsets.UTF_8);
    }

    private void keepOfNewsroom(String file) {
        String name = file.substring(0, file.lastIndexOf('.'));
        if (file.endsWith(".css")) {
            keep(name, "css", CSS, sheet(file));
        } else {
            keep(name, "js", "text/javascript; charset=utf-8", read(file));
        }
    }

    /// The files of this program, read once.
    public static Assets ofProgram() {
        return OfProgram.ALL;
    }

    /// Where a file is served.
    ///
    /// @param file such as `newsroom.css` or `sans.woff2`
    /// @throws IllegalArgumentException when there is no such file
    public String address(String file) {
        String address = addresses.get(file);
        if (address == null) {
            throw new IllegalArgumentException("no file " + file + " among the assets");
        }
        return address;
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(byAddress.get(path));
    }

    java.util.Collection<Asset> all() {
        return List.copyOf(byAddress.values());
    }

    String style() {
        return style;
    }

    String icon() {
        return icon;
    }

    /// The script to print inside a page.
    String script() {
        return script;
    }

    /// The script to print inside the page of a search.
    String searchScript() {
        return searchScript;
    }

    /// The source expressions that let the scripts run under the Content-Security-Policy (CSP Level 3, section 2.3.1).
    String scriptSources() {
        return source(script) + " " + source(searchScript);
    }

    private static String source(String script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(script.getBytes(StandardCharsets.UTF_8))) + "'";
    }

    /// The faces that the first lines of a page in this language are set in.
    List<String> preloads(Tongue tongue) {
        return tongue.language().equals("ar")
                ? List.of(fonts.get("arabic"), fonts.get("arabic-latin"))
                : List.of(fonts.get("display"), fonts.get("text"), fonts.get("sans"));
    }

    private String keep(String name, String extension, String mediaType, byte[] bytes) {
        String digest = HexFormat.of().formatHex(sha256(bytes), 0, 8);
        String address = "/assets/" + name + "-" + digest + "." + extension;
        byAddress.put(address, new Asset(address, mediaType, bytes));
        addresses.put(name + "." + extension, address);
        return address;
    }

    private static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("/web/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing web/" + name);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
