package press.rotative.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;

/// The languages that have rules of their own for words. All others share [#OTHER]: folded letters, no stems.
enum Language {
    FRENCH("fr", Set.of("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu", "presqu")),
    ENGLISH("en", Set.of()),
    ARABIC("ar", Set.of()),
    OTHER("", Set.of());

    private final Set<String> elided;
    private final Set<String> stopWords;
    private final WordAnalyzer analyzer;

    Language(String code, Set<String> elided) {
        this.elided = elided;
        this.stopWords = code.isEmpty() ? Set.of() : read("/search/stop_" + code + ".txt");
        this.analyzer = new WordAnalyzer(this);
    }

    /// @param tag as an edition names its language (BCP 47)
    static Language of(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT).split("-", 2)[0]) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            case "ar" -> ARABIC;
            default -> OTHER;
        };
    }

    WordAnalyzer analyzer() {
        return analyzer;
    }

    /// Words that lose their vowel before an apostrophe.
    boolean elided(String beforeApostrophe) {
        return elided.contains(beforeApostrophe);
    }

    /// Words, folded, that say nothing about a story.
    Set<String> stopWords() {
        return stopWords;
    }

    /// The same words without their endings.
    TokenStream stemmed(TokenStream words) {
        return switch (this) {
            case FRENCH -> new FrenchLightStemFilter(words);
            case ENGLISH -> new PorterStemFilter(words);
            case ARABIC -> new ArabicStemFilter(words);
            case OTHER -> words;
        };
    }

    private static Set<String> read(String resource) {
        try (InputStream stream = Language.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing " + resource);
            }
            var words = new HashSet<String>();
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(Set.of(line.strip().split(" "))));
            return Set.copyOf(words);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
