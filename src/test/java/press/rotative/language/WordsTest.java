package press.rotative.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Set<String> FORMS =
            Arrays.stream(Plural.values()).map(Plural::key).collect(Collectors.toSet());

    @Test
    void every_key_exists_in_all_three_languages() {
        Set<String> french = plain("fr");
        assertTrue(french.size() > 80);
        assertEquals(french, plain("en"));
        assertEquals(french, plain("ar"));
    }

    @Test
    void a_message_has_the_same_arguments_in_every_language() {
        for (String key : plain("fr")) {
            if (key.startsWith("time.") || key.startsWith("date.")) {
                continue;
            }
            for (String language : Words.LANGUAGES) {
                assertEquals(arguments("fr", key), arguments(language, key), key + " in " + language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ar"})
    void what_is_counted_has_every_plural_form_of_its_language(String language) {
        Map<String, String> messages = Words.messages("site", language);
        Set<String> needed = LongStream.of(0, 1, 2, 3, 10, 11, 99, 100, 103, 1_000_000)
                .mapToObj(n -> Plural.of(language, n).key())
                .collect(Collectors.toSet());
        for (String counted : Set.of("search.found", "corrections.count", "reading")) {
            for (String form : needed) {
                assertTrue(messages.containsKey(counted + "." + form), counted + "." + form + " in " + language);
            }
        }
    }

    @Test
    void arabic_has_six_forms() {
        assertEquals(Plural.ZERO, Plural.of("ar", 0));
        assertEquals(Plural.ONE, Plural.of("ar", 1));
        assertEquals(Plural.TWO, Plural.of("ar", 2));
        assertEquals(Plural.FEW, Plural.of("ar", 103));
        assertEquals(Plural.MANY, Plural.of("ar", 11));
        assertEquals(Plural.OTHER, Plural.of("ar", 100));
    }

    @Test
    void templates_say_only_words_that_exist() throws IOException {
        Pattern said = Pattern.compile("say\\(\"([a-z0-9.]+)\"");
        var missing = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/jte/site"))) {
            for (Path file : files.toList()) {
                said.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(missing::add);
            }
        }
        assertTrue(missing.size() > 40);
        missing.removeAll(Words.messages("site", "fr").keySet());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr|18\u202f402 résultats", "en|18,402 results", "ar|18,402 نتيجة"})
    void numbers_are_written_as_the_language_does(String language, String expected) {
        assertEquals(
                expected, Words.in("site", Tongue.of(language), Digits.WESTERN).count("search.found", 18402));
    }

    @Test
    void an_edition_may_print_arabic_figures() {
        assertEquals("١٨٬٤٠٢", Words.in("site", Tongue.of("ar"), Digits.ARABIC).number(18402));
    }

    @Test
    void a_language_without_words_reads_english() {
        assertEquals("Search", Words.in("site", Tongue.of("sw"), Digits.WESTERN).say("search"));
    }

    private static Set<String> plain(String language) {
        return Words.messages("site", language).keySet().stream()
                .filter(key -> !FORMS.contains(key.substring(key.lastIndexOf('.') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String language, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(Words.messages("site", language).get(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
