package press.rotative.wire.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A data file of words: `#` begins a comment, `[name]` opens a list, every other line is an entry.
/// Entries before the first list belong to the list with the empty name.
public final class Words {

    /// The general words the readers look for.
    public static final Words GENERAL = read("words.txt");

    private final Map<String, List<String>> lists;
    private final Map<String, Set<String>> folded = new HashMap<>();
    /// The entries of each list by their first character, the longest first.
    private final Map<String, Map<Character, List<String>>> starts = new HashMap<>();

    private Words(Map<String, List<String>> lists) {
        this.lists = lists;
        lists.forEach((name, entries) -> {
            Set<String> keys = new HashSet<>();
            entries.forEach(entry -> keys.add(Folding.key(entry)));
            folded.put(name, Set.copyOf(keys));
            starts.put(
                    name,
                    keys.stream()
                            .filter(key -> !key.isEmpty())
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .collect(Collectors.groupingBy(key -> key.charAt(0))));
        });
    }

    public static Words read(String file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        String list = "";
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                list = line.substring(1, line.length() - 1);
            } else {
                lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(line);
            }
        }
        return new Words(lists);
    }

    /// The lists by name, as written.
    public Map<String, List<String>> lists() {
        return lists;
    }

    /// The entries of one list, as written.
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /// The folded entries of one list.
    Set<String> keys(String list) {
        Set<String> keys = folded.get(list);
        if (keys == null) {
            throw new IllegalArgumentException("there is no list of words named " + list);
        }
        return keys;
    }

    public boolean has(String list, String text) {
        return keys(list).contains(Folding.key(text));
    }

    /// A text without the entry of a list that it begins with, and the marks behind it; as it is without one.
    public String without(String list, String text) {
        Folding folded = Folding.of(text);
        int length = longestAt(list, folded.text(), 0);
        if (length == 0 || length >= folded.length()) {
            return text;
        }
        int from = folded.origin(length);
        while (from < text.length() && !Character.isLetterOrDigit(text.codePointAt(from))) {
            from++;
        }
        return from < text.length() ? text.substring(from) : text;
    }

    /// The length of the longest entry of a list that stands at this place of a folded text and ends at the end of a
    /// word; 0 when none does.
    int longestAt(String list, String text, int at) {
        Map<Character, List<String>> entries = starts.get(list);
        if (entries == null) {
            throw new IllegalArgumentException("there is no list of words named " + list);
        }
        for (String entry : at < text.length() ? entries.getOrDefault(text.charAt(at), List.of()) : List.<String>of()) {
            if (text.startsWith(entry, at) && endsWord(text, at + entry.length())) {
                return entry.length();
            }
        }
        return 0;
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static List<String> lines(String file) {
        try (InputStream in = Words.class.getResourceAsStream("/wire/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the data file wire/" + file + " is not on the class path");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && (!line.startsWith("#") || line.equals("###")))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
