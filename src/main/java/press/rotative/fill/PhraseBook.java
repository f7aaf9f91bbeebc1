package press.rotative.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sentences of one language, in named lists.
final class PhraseBook {
    private final Tongue tongue;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, List<Sentence>> sentences = new HashMap<>();

    PhraseBook(Tongue tongue) {
        this.tongue = tongue;
        String list = "";
        for (String line : DataFile.lines(tongue.code() + ".txt")) {
            if (line.startsWith("== ")) {
                list = line.substring(3);
            } else {
                lines.computeIfAbsent(list, name -> new ArrayList<>()).add(line);
                sentences.computeIfAbsent(list, name -> new ArrayList<>()).add(Sentence.of(line));
            }
        }
    }

    Tongue tongue() {
        return tongue;
    }

    /// The one line of a list that has one.
    String line(String list) {
        return known(lines, list).getFirst();
    }

    /// The words of a list that is one line of words between bars.
    List<String> words(String list) {
        return List.of(line(list).split("\\s*\\|\\s*"));
    }

    List<Sentence> sentences(String list) {
        return known(sentences, list);
    }

    private <T> List<T> known(Map<String, List<T>> lists, String list) {
        List<T> found = lists.get(list);
        if (found == null) {
            throw new IllegalStateException("the phrase book " + tongue.code() + ".txt has no list '" + list + "'");
        }
        return found;
    }
}
