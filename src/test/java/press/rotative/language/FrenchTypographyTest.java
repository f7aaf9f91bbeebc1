package press.rotative.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In the tables `~` is U+00A0 and `_` is U+202F.
class FrenchTypographyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lavrov: «Le califat voulu par Daech a échoué» | Lavrov~: «_Le califat voulu par Daech a échoué_»",
                "Syrie: la fin de ce «califat» en stade terminal | Syrie~: la fin de ce «_califat_» en stade terminal",
                "« On ne drague pas », dit-elle | «_On ne drague pas_», dit-elle",
                "prêt en mai ; le ponton | prêt en mai_; le ponton",
                "prêt en mai; le ponton | prêt en mai_; le ponton",
                "Et après ? | Et après_?",
                "Et après? Rien! | Et après_? Rien_!",
                "Quoi ?! | Quoi_?!",
                "«Vraiment?» | «_Vraiment_?_»",
                "Les armateurs attendent 8 % | Les armateurs attendent 8~%",
                "sous les 5 € le kilo | sous les 5~€ le kilo",
                "118€ de gazole | 118~€ de gazole",
                "un ponton de 48 m au lieu | un ponton de 48~m au lieu",
                "un chargeur de 1,6 MW, dit-on | un chargeur de 1,6~MW, dit-on",
                "35 km/h | 35~km/h",
                "2,4 millions d'euros | 2,4~millions d’euros",
                "4 100 abonnés | 4_100 abonnés",
                "1 234 567 habitants | 1_234_567 habitants",
                "à 6 h 10 précises | à 6~h~10 précises",
                "à 6h10 | à 6~h~10",
                "le 24 novembre 2026 | le 24~novembre 2026",
                "le 1er mai | le 1er~mai",
                "l'avenant n° 4 | l’avenant n°~4",
                "il y en a 2 l'an dernier | il y en a 2 l’an dernier",
            })
    void sets_what_french_readers_expect(String source, String expected) {
        assertEquals(expected.replace('~', '\u00a0').replace('_', '\u202f'), FrenchTypography.set(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://exemple.fr/a?b=c;d:e!",
                "www.exemple.fr/page?x=1",
                "redaction@exemple.fr",
                "lephare.example/f7k2p?x",
                "10:30",
                "2024 2025",
                "18402",
                "",
                "a",
            })
    void leaves_addresses_and_plain_figures_alone(String source) {
        assertEquals(source, FrenchTypography.set(source));
    }

    @Property(tries = 2000)
    void setting_twice_changes_nothing(
            @ForAll
                    @StringLength(max = 30)
                    @CharRange(from = 'a', to = 'f')
                    @CharRange(from = '0', to = '4')
                    @Chars({
                        ' ', '\u00a0', '\u202f', '«', '»', ':', ';', '!', '?', '%', '€', '\'', 'h', 'm', '.', ',', '/',
                        '@', '°'
                    })
                    String source) {
        String once = FrenchTypography.set(source);
        assertEquals(once, FrenchTypography.set(once));
    }

    @Property(tries = 1000)
    void only_spaces_and_apostrophes_change(@ForAll @StringLength(max = 60) String source) {
        assertEquals(bare(source), bare(FrenchTypography.set(source)));
    }

    private static String bare(String text) {
        return text.replaceAll("[ \u00a0\u202f\u2009]", "").replace('’', '\'');
    }

    /// Pieces that rules look at, put together at random.
    @Property(tries = 20_000)
    void one_pass_sets_what_the_rules_set(@ForAll("pieces") List<String> pieces) {
        String source = String.join("", pieces);
        assertEquals(FrenchTypographyByRules.set(source), FrenchTypography.set(source));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        " ",
                        " ",
                        " ",
                        "\u00a0",
                        "\u202f",
                        "\u2009",
                        "«",
                        "»",
                        ":",
                        ";",
                        "!",
                        "?",
                        "%",
                        "€",
                        "$",
                        "'",
                        "’",
                        "h",
                        "h ",
                        "m",
                        "km",
                        "km/h",
                        "W",
                        "°C",
                        "n°",
                        "1er",
                        "er",
                        "mai",
                        "août",
                        "ans",
                        "0",
                        "1",
                        "2",
                        "24",
                        "345",
                        "678",
                        "1234",
                        ".",
                        ",",
                        "…",
                        ")",
                        "(",
                        "\"",
                        "”",
                        "]",
                        "é",
                        "l",
                        "qu",
                        "Œuvre",
                        "\n",
                        "\t",
                        "/",
                        "@",
                        "www.a",
                        "a.fr/",
                        "https://",
                        "٣",
                        "-",
                        "_")
                .list()
                .ofMaxSize(14);
    }
}
