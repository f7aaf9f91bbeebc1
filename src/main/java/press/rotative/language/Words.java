package press.rotative.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The words of the interface in one language: those that all rooms say, from `messages/common_*.properties`, and
/// those of one room, such as `messages/site_*.properties`.
///
/// `{0}`, `{1}` in a message stand for arguments. A message that counts has one key for each plural form of its
/// language (`search.found.one`, `search.found.other`). An edition in a language without words here reads English ones.
public final class Words {
    public static final List<String> LANGUAGES = List.of("fr", "en", "ar");
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Digits digits;
    private final Map<String, String> messages;

    private Words(String language, Digits digits, Map<String, String> messages) {
        this.language = language;
        this.digits = digits;
        this.messages = messages;
    }

    /// @param room whose words they are: `site` or `newsroom`
    public static Words in(String room, Tongue tongue, Digits digits) {
        String language = LANGUAGES.contains(tongue.language()) ? tongue.language() : "en";
        return new Words(language, digits, messages(room, language));
    }

    static Map<String, String> messages(String room, String language) {
        return READ.computeIfAbsent(room + "_" + language, name -> {
            var all = new HashMap<>(read("common_" + language));
            all.putAll(read(name));
            return Map.copyOf(all);
        });
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /// The messages whose keys begin so, with their places left open: for a script that says them itself.
    public Map<String, String> beginning(String prefix) {
        var some = new HashMap<String, String>();
        messages.forEach((key, message) -> {
            if (key.startsWith(prefix)) {
                some.put(key, message);
            }
        });
        return some;
    }

    public String say(String key, Object... arguments) {
        String message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return fill(message, arguments);
    }

    /// The message in the plural form of the number, which is its `{0}`.
    public String count(String key, long number, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = number(number);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return say(key + "." + Plural.of(language, number).key(), arguments);
    }

    public String number(long number) {
        String plain = Long.toString(number);
        var result = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int left = plain.length() - i;
            if (i > 0 && left % 3 == 0 && plain.charAt(i - 1) != '-') {
                result.append(thousands());
            }
            result.append(plain.charAt(i));
        }
        return digits.in(result.toString());
    }

    /// Names as a sentence lists them, each with the words before it: "By " A, ", " B, " and " C.
    public String before(int index, int count, String first) {
        if (index == 0) {
            return say(first);
        }
        return index == count - 1 ? say("list.last") : say("list.next");
    }

    public String openGraphLocale() {
        return say("og.locale");
    }

    public boolean french() {
        return language.equals("fr");
    }

    public Digits digits() {
        return digits;
    }

    private static Map<String, String> read(String bundle) {
        String name = "/messages/" + bundle + ".properties";
        try (InputStream stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing " + name);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            var messages = new HashMap<String, String>();
            properties.forEach((key, value) -> messages.put((String) key, (String) value));
            return Map.copyOf(messages);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String thousands() {
        return switch (language) {
            case "fr" -> "\u202f";
            case "ar" -> digits == Digits.ARABIC ? "\u066c" : ",";
            default -> ",";
        };
    }

    private static String fill(String message, Object[] arguments) {
        String result = message;
        for (int i = 0; i < arguments.length; i++) {
            result = result.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return result;
    }
}
