package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The screens speak three languages, and every word that they ask for is there.
class WordsOfScreensTest {
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-z0-9.]*[a-z0-9])\"");
    private static final Pattern AS = Pattern.compile("(?:\\.as|refused)\\(\\s*\"(problem\\.[a-z0-9.]+)\"");

    @Test
    void all_languages_have_the_same_words() throws IOException {
        assertEquals(keys("fr"), keys("en"));
        assertEquals(keys("fr"), keys("ar"));
    }

    @Test
    void every_word_that_a_template_or_a_problem_asks_for_is_there() throws IOException {
        Set<String> known = keys("en");
        known.addAll(read("common_en").stringPropertyNames());
        Set<String> asked = new TreeSet<>();
        collect(Path.of("src/main/jte/newsroom"), SAID, asked);
        collect(Path.of("src/main/java/press/rotative/newsroom"), SAID, asked);
        collect(Path.of("src/main/java/press/rotative"), AS, asked);
        asked.removeAll(known);
        assertEquals(Set.of(), asked);
    }

    private static void collect(Path folder, Pattern pattern, Set<String> into) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> into.add(found.group(1)));
            }
        }
    }

    private static Set<String> keys(String language) throws IOException {
        return read("newsroom_" + language).stringPropertyNames().stream()
                .map(key -> PLURAL.matcher(key).replaceAll(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) throws IOException {
        var properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
