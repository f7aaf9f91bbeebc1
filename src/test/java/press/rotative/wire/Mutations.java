package press.rotative.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Breaks pages as disks, editors, proxies and bad generators do. The same seed breaks the same way.
final class Mutations {
    private static final String[] ENTITIES = {
        "&", "&amp", "&#", "&#x;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&nosuch;", "&amp;lt;", "&nbsp"
    };
    private static final String[] NESTED = {
        "<div>",
        "<span>",
        "<b>",
        "<i><b>",
        "<table><tr><td>",
        "<blockquote>",
        "<ul><li>",
        "<a href=x>",
        "<font size=7>",
        "<figure>",
        "<article>",
        "<section class=comments>",
        "<p class=caption>",
        "<form>",
        "<svg>",
        "<template>"
    };
    private static final String[] STRAY = {
        "<",
        ">",
        "</p>",
        "</body>",
        "</html>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "<title>",
        "<plaintext>",
        "\"",
        "'",
        "=",
        "\0",
        "\uFFFF",
        "\u202E",
        "\uD800",
        "<time datetime=2026-99-99T99:99>",
        "<meta name=author content=\"",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":[{}],\"datePublished\":-1}</script>",
        "<p itemprop=author itemscope><p itemprop=datePublished content=now>",
        "<iframe src='javascript:0'>",
        "<base href='//'>"
    };
    private static final List<Charset> WRONG = List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            Charset.forName("windows-1256"),
            Charset.forName("ISO-8859-6"),
            Charset.forName("Shift_JIS"),
            Charset.forName("UTF-32"));
    private static final int DEEP = 10_000;

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /// One to three things happen to the page; then, now and then, to its bytes.
    byte[] of(String page, String other) {
        String broken = page;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            broken = once(broken, other);
        }
        byte[] bytes = broken.getBytes(random.nextInt(6) == 0 ? pick(WRONG) : StandardCharsets.UTF_8);
        for (int turned = random.nextInt(8) == 0 ? 1 + random.nextInt(50) : 0;
                turned > 0 && bytes.length > 0;
                turned--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String once(String page, String other) {
        int from = random.nextInt(page.length() + 1);
        int to = from + random.nextInt(page.length() - from + 1);
        String start = page.substring(0, from);
        String end = page.substring(to);
        String slice = page.substring(from, to);
        return switch (random.nextInt(12)) {
            case 0 -> start;
            case 1 -> start + end;
            case 2 -> page + page;
            case 3 -> start + slice + slice + end;
            case 4 -> reordered(page);
            case 5 -> start + nested() + page.substring(from);
            case 6 -> sprinkled(page, ENTITIES);
            case 7 -> sprinkled(page, STRAY);
            case 8 -> start + other + page.substring(from);
            case 9 -> page.replaceAll("</(p|div|article|li|td|a)>", "");
            case 10 -> page.replaceFirst("class=\"", "class=\"" + "very-long-name ".repeat(5_000));
            default ->
                page.replace("charset=\"utf-8\"", "charset=\"" + pick(WRONG).name() + "\"")
                        .replace(' ', '\u00A0');
        };
    }

    private String nested() {
        String tags = pick(Arrays.asList(NESTED));
        return tags.repeat(List.of(30, 900, DEEP).get(random.nextInt(3)));
    }

    /// The page cut before tags, its pieces in any order.
    private String reordered(String page) {
        List<String> pieces = new ArrayList<>(Arrays.asList(page.split("(?=<)")));
        Collections.shuffle(pieces, random);
        return String.join("", pieces);
    }

    private String sprinkled(String page, String[] what) {
        StringBuilder broken = new StringBuilder(page);
        for (int times = 1 + random.nextInt(40); times > 0; times--) {
            broken.insert(random.nextInt(broken.length() + 1), pick(Arrays.asList(what)));
        }
        return broken.toString();
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
