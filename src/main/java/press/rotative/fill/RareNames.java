package press.rotative.fill;

import java.util.List;

/// Invented names of streets, ships and companies, most of them seldom: they give an archive its long tail of words.
final class RareNames {
    private static final int MOST = 200_000;
    private static final List<String> LATIN = List.of(
            "ba", "ral", "con", "de", "fi", "gor", "ha", "jo", "kel", "lu", "mar", "nes", "o", "pi", "ras", "sel",
            "tou", "va", "xi", "zan", "bri", "clo", "dre", "fla", "gri", "pro", "sta", "tri", "veu", "lem");
    private static final List<String> ARABIC = List.of(
            "با", "رال", "كون", "دي", "في", "غور", "ها", "جو", "كال", "لو", "مار", "ناس", "أو", "بي", "راس", "سال",
            "تو", "فا", "زي", "زان", "بري", "كلو", "دري", "فلا", "غري", "برو", "ستا", "تري", "فو", "لام");

    private RareNames() {}

    static String draw(Tongue tongue, Chance chance) {
        return name(tongue, chance.skewed(MOST));
    }

    private static String name(Tongue tongue, int number) {
        List<String> syllables =
                switch (tongue) {
                    case FRENCH, ENGLISH -> LATIN;
                    case ARABIC -> ARABIC;
                };
        var name = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 2 || rest > 0; i++) {
            name.append(syllables.get((rest + 7 * i) % syllables.size()));
            rest /= syllables.size();
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
