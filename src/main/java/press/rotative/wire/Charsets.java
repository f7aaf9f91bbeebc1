package press.rotative.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import press.rotative.wire.words.Languages;

/// Turns the bytes of a capture into text. In this order: a byte order mark; a label the capture carries in its first
/// lines (`Content-Type: text/plain; charset=...`); valid UTF-8; UTF-16 without a mark, told by its code units; and the
/// eight-bit encodings of Western Europe and of Arabic, told by the letters that the high bytes would be.
/// A wrong guess would put wrong letters into a story, so that what does not fit well is refused.
final class Charsets {

    private static final int LABEL_WITHIN_BYTES = 1024;
    private static final int HEAD_BYTES = 16 * 1024;
    private static final double FITS = 0.9;
    private static final char LOST = 0xFFFD;
    private static final int SAMPLE_BYTES = 64 * 1024;
    private static final String MEND = " Mend that place, or save the capture anew as UTF-8 text, and import it again.";
    private static final String SAVE_AS_UTF_8 = " Save it as UTF-8 text and import it again.";

    private Charsets() {}

    sealed interface Decoding {
        record Text(String text, String charset) implements Decoding {}

        record Refused(String reason) implements Decoding {}
    }

    static Decoding decode(byte[] bytes) {
        if (bytes.length == 0) {
            return new Decoding.Refused("is empty. Capture the page again.");
        }
        Optional<Charset> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            return strictly(
                    bytes, mark.get(), "its byte order mark says " + mark.get().name());
        }
        Optional<Charset> sixteen = Utf16.byteOrder(bytes);
        if (sixteen.isPresent()) {
            return strictly(
                    bytes, sixteen.get(), "it looks like " + sixteen.get().name());
        }
        if (binary(bytes)) {
            return new Decoding.Refused("is not text but binary data." + SAVE_AS_UTF_8);
        }
        if (markup(bytes)) {
            return ofPage(bytes);
        }
        Optional<String> label = label(bytes);
        return label.isPresent() ? labelled(bytes, label.get()) : detected(bytes);
    }

    /// Pages: bytes that are UTF-8 and more than ASCII are, whatever `meta` says; else what it says, when they
    /// fit; else what the bytes look like. A page that is UTF-8 but for a few bytes, as pages put together from
    /// pieces are, is read with the sign for a lost character in their place.
    private static Decoding ofPage(byte[] bytes) {
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        boolean beyondAscii = utf8.isPresent() && utf8.get().length() < bytes.length;
        if (beyondAscii && utf8.get().indexOf('\0') < 0) {
            return new Decoding.Text(utf8.get(), "UTF-8");
        }
        Optional<String> label = pageLabel(bytes);
        Decoding known = label.map(name -> labelled(bytes, name)).orElse(new Decoding.Refused(""));
        if (known instanceof Decoding.Text) {
            return known;
        }
        boolean said =
                label.isEmpty() || label.get().equals("utf-8") || label.get().equals("utf8");
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long lost = lenient.chars().filter(unit -> unit == LOST).count();
        if (said && lost > 0 && lost <= Math.max(3, bytes.length / 2000) && lenient.indexOf('\0') < 0) {
            return new Decoding.Text(lenient, "UTF-8");
        }
        Decoding detected = detected(bytes);
        return detected instanceof Decoding.Refused && label.isPresent() ? known : detected;
    }

    /// The first visible byte opens a tag.
    private static boolean markup(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    /// The encoding that a `meta` element or the declaration of XML names, in the first part of a page.
    static Optional<String> pageLabel(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int xml = head.startsWith("<?xml") ? head.indexOf("encoding=") : -1;
        if (xml >= 0 && xml < head.indexOf("?>")) {
            return Optional.of(value(head.substring(xml + "encoding=".length())));
        }
        for (int at = head.indexOf("<meta"); at >= 0; at = head.indexOf("<meta", at + 5)) {
            int end = head.indexOf('>', at);
            int charset = head.indexOf("charset=", at);
            if (charset >= 0 && charset < end) {
                String value =
                        value(head.substring(charset + "charset=".length()).strip());
                return Optional.of(value).filter(name -> !name.isEmpty());
            }
        }
        return Optional.empty();
    }

    /// The charset label in the first lines, as HTTP, MIME, HTML and XML write it.
    static Optional<String> label(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LABEL_WITHIN_BYTES), StandardCharsets.ISO_8859_1);
        int lines = 0;
        for (String line : head.split("[\r\n]+", 12)) {
            String lower = line.strip().toLowerCase(Locale.ROOT);
            boolean header =
                    lower.startsWith("content-type:") || lower.startsWith("<meta ") || lower.startsWith("<?xml ");
            for (String name : new String[] {"charset=", "encoding="}) {
                int at = lower.indexOf(name);
                if (header && at >= 0) {
                    return Optional.of(value(lower.substring(at + name.length())));
                }
            }
            if (++lines == 10) {
                break;
            }
        }
        return Optional.empty();
    }

    private static String value(String rest) {
        int start = rest.startsWith("\"") || rest.startsWith("'") ? 1 : 0;
        int end = start;
        while (end < rest.length()
                && (Character.isLetterOrDigit(rest.charAt(end)) || "-_.:+".indexOf(rest.charAt(end)) >= 0)) {
            end++;
        }
        return rest.substring(start, end);
    }

    private static Decoding labelled(byte[] bytes, String label) {
        try {
            Charset charset =
                    Charset.forName(label.equals("iso-8859-1") || label.equals("us-ascii") ? "windows-1252" : label);
            return strictly(bytes, charset, "it is labelled " + label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return new Decoding.Refused(
                    "is labelled with the encoding \"" + label + "\", which is not known here." + SAVE_AS_UTF_8);
        }
    }

    private static Decoding detected(byte[] bytes) {
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Decoding.Text(utf8.get(), "UTF-8");
        }
        Charset best = null;
        double bestFit = 0;
        for (String name : new String[] {"windows-1252", "windows-1256", "ISO-8859-6"}) {
            double fit = fit(bytes, Charset.forName(name));
            if (fit > bestFit) {
                bestFit = fit;
                best = Charset.forName(name);
            }
        }
        if (best == null || bestFit < FITS) {
            return new Decoding.Refused("is not UTF-8, and no other encoding fits its letters." + SAVE_AS_UTF_8);
        }
        Charset charset = best.name().equals("windows-1252") ? western(bytes) : best;
        return strictly(bytes, charset, "it looks like " + charset.name());
    }

    /// The share of the characters beyond ASCII that writers of news in this encoding's languages use, lowered when
    /// they stand where no such letter stands (an Arabic letter glued to a Latin one, a capital inside a word).
    private static double fit(byte[] bytes, Charset charset) {
        int length = Math.min(bytes.length, SAMPLE_BYTES);
        Optional<String> text = strict(Arrays.copyOf(bytes, length), charset);
        if (text.isEmpty()) {
            return 0;
        }
        boolean arabic = !charset.name().equals("windows-1252");
        int high = 0;
        double good = 0;
        char before = ' ';
        int arabicHits = 0;
        for (int at = 0; at < text.get().length(); at++) {
            char here = text.get().charAt(at);
            if (here >= 0x80) {
                high++;
                char after = at + 1 < text.get().length() ? text.get().charAt(at + 1) : ' ';
                good += arabic ? arabicLetter(here, before, after) : westernLetter(here, before, after);
            }
            before = here;
        }
        if (arabic && high > 0) {
            arabicHits = Languages.hits(text.get(), "ar");
            return arabicHits == 0 && high > 60 ? 0 : good / high + Math.min(arabicHits, 50) * 0.001;
        }
        return high == 0 ? 0 : good / high;
    }

    private static double westernLetter(char here, char before, char after) {
        if ("éèêëàâçîïôûùüœæöäßñáíóúãõåøñ".indexOf(here) >= 0) {
            boolean run = before >= 0x80 && Character.isLetter(before) && after >= 0x80 && Character.isLetter(after);
            return run ? 0 : 1;
        }
        if ("ÉÈÊËÀÂÇÎÏÔÛÙÜŒÆÖÄÑÁÍÓÚÅØ".indexOf(here) >= 0) {
            return Character.isLowerCase(before) ? 0.2 : 1;
        }
        return "«»“”‘’„…–—•·©®™°€£§¿¡\u00A0ªº²³½¼¾".indexOf(here) >= 0 ? 1 : 0;
    }

    private static double arabicLetter(char here, char before, char after) {
        if (here >= 0x0621 && here <= 0x0652) {
            boolean latin = before < 0x80 && Character.isLetter(before) || after < 0x80 && Character.isLetter(after);
            return latin ? 0 : 1;
        }
        return "،؛؟«»“”‘’…–—•·©®°€£\u00A0\u200C\u200D\u200E\u200F".indexOf(here) >= 0 ? 1 : 0;
    }

    /// ISO-8859-15 has œ and € where ISO-8859-1 has ½ and ¤; windows-1252 has letters where both have control
    /// characters.
    private static Charset western(byte[] bytes) {
        boolean latin9 = false;
        for (int at = 0; at < bytes.length; at++) {
            int here = bytes[at] & 0xFF;
            if (here >= 0x80 && here <= 0x9F) {
                return Charset.forName("windows-1252");
            }
            boolean letterAfter = at + 1 < bytes.length && Character.isLetter(bytes[at + 1]);
            latin9 |= here == 0xA4 || (here == 0xBD || here == 0xBC || here == 0xA6 || here == 0xA8) && letterAfter;
        }
        return Charset.forName(latin9 ? "ISO-8859-15" : "ISO-8859-1");
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        int first = at(bytes, 0) << 8 | at(bytes, 1);
        if (first == 0xEFBB && at(bytes, 2) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (first == 0xFEFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xFFFE) {
            boolean utf32 = bytes.length >= 4 && at(bytes, 2) == 0 && at(bytes, 3) == 0;
            return Optional.of(utf32 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static boolean binary(byte[] bytes) {
        int controls = 0;
        for (byte value : bytes) {
            if (value == 0) {
                return true;
            }
            boolean control = (value & 0xE0) == 0
                    && value != '\n'
                    && value != '\r'
                    && value != '\t'
                    && value != '\f'
                    && value != 0x0B;
            controls += control ? 1 : 0;
        }
        return controls * 100L > bytes.length;
    }

    private static Decoding strictly(byte[] bytes, Charset charset, String because) {
        Optional<String> text = strict(bytes, charset);
        if (text.isEmpty()) {
            return new Decoding.Refused("cannot be read: " + because + ", but " + damage(bytes, charset) + MEND);
        }
        if (text.get().indexOf('\0') >= 0) {
            return new Decoding.Refused("holds NUL characters and is not plain text." + SAVE_AS_UTF_8);
        }
        return new Decoding.Text(text.get(), charset.name());
    }

    /// Where the bytes stop being what they are said to be: `the byte at offset 1234 (E9, in line 17) is not UTF-8`.
    private static String damage(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        int at = Math.min(in.position(), bytes.length - 1);
        long line = 1 + out.flip().chars().filter(unit -> unit == '\n').count();
        return String.format(
                Locale.ROOT,
                "the byte at offset %d (%02X, in line %d) is not %s.",
                at,
                bytes[at] & 0xFF,
                line,
                charset.name());
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Much faster; a sign for a lost character in it was lost now, or was there before.
            String text = new String(bytes, charset);
            if (text.indexOf(LOST) < 0) {
                return Optional.of(text);
            }
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    private static int at(byte[] bytes, int place) {
        return place < bytes.length ? bytes[place] & 0xFF : -1 & 0xFF;
    }
}
