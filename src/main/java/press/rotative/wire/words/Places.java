package press.rotative.wire.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Names of places from general lists: countries and regions of the world in five languages from the Unicode CLDR data
/// of the JDK, their short forms (`kinds_general.txt`), and larger cities (`cities.txt`).
public final class Places {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.FRENCH, Locale.ENGLISH, Locale.forLanguageTag("ar"), Locale.GERMAN, Locale.forLanguageTag("es"));
    /// UN M.49 codes of continents and their parts.
    private static final List<String> REGIONS = List.of(
            "002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "021", "029", "030", "034",
            "035", "039", "053", "054", "057", "061", "142", "143", "145", "150", "151", "154", "155", "419");
    private static final double COUNTRY = 0.97;
    private static final double CITY = 0.85;

    private static final Map<String, Double> NAMES = new HashMap<>();

    static {
        Words.read("cities.txt").keys("").forEach(city -> NAMES.put(city, CITY));
        Words.read("kinds_general.txt").keys("place").forEach(name -> NAMES.put(name, COUNTRY));
        for (Locale language : LANGUAGES) {
            for (String country : Locale.getISOCountries()) {
                country(country, language);
            }
            REGIONS.forEach(region -> country(region, language));
        }
    }

    private Places() {}

    /// Whether this is the name of a country or a larger city.
    public static boolean known(String name) {
        return confidence(name).isPresent();
    }

    /// How surely a name is a place by these lists; empty when they do not hold it.
    static OptionalDouble confidence(String name) {
        Double found = NAMES.get(Folding.key(name));
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
    }

    private static void country(String code, Locale language) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
        if (!name.equals(code)) {
            NAMES.put(Folding.key(name), COUNTRY);
        }
    }
}
