package press.rotative.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of credit lines, from `media/credits.txt`; they are read when the first credit is.
public final class CreditWords {
    private static final String FILE = "/media/credits.txt";

    private static final class Lists {
        static final Map<String, Set<String>> ALL = read();
    }

    private CreditWords() {}

    /// Does this text mark a file picture: "File", "archives", "أرشيف"?
    public static boolean archive(String text) {
        return has("archive", text);
    }

    /// Is this the name of an agency or a picture library?
    public static boolean agency(String text) {
        return has("agency", text);
    }

    /// @throws IllegalArgumentException when the file has no such list
    static boolean has(String list, String text) {
        Set<String> words = Lists.ALL.get(list);
        if (words == null) {
            throw new IllegalArgumentException("there is no list of credit words named " + list);
        }
        return words.contains(key(text));
    }

    /// Comparable: lower case, without accents and vowel marks, one kind of apostrophe, dash and space.
    static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            int type = Character.getType(character);
            if (type == Character.NON_SPACING_MARK
                    || type == Character.FORMAT
                    || type == Character.CONTROL
                    || character == 'ـ') {
                continue;
            }
            char plainer =
                    switch (character) {
                        case '’', '‘', '`', '´', 'ʼ' -> '\'';
                        case '‐', '‑', '–', '—', '−' -> '-';
                        case 'ى' -> 'ي';
                        case 'ة' -> 'ه';
                        default -> Character.isSpaceChar(character) ? ' ' : character;
                    };
            if (plainer != ' ' || !key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(plainer);
            }
        }
        return key.toString().stripTrailing();
    }

    private static Map<String, Set<String>> read() {
        var lists = new HashMap<String, Set<String>>();
        try (InputStream in = CreditWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + FILE + " is not on the class path");
            }
            Set<String> list = new HashSet<>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    list = lists.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashSet<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    list.add(key(line));
                }
            }
            return Map.copyOf(lists);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
