package press.rotative.language;

/// The plural form that a whole number takes, by the rules of CLDR 46 (supplemental/plurals, cardinal).
public enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /// Languages without rules here take those of English.
    public static Plural of(String language, long number) {
        long n = Math.abs(number);
        return switch (language) {
            case "ar" -> arabic(n);
            case "fr" -> n <= 1 ? ONE : n % 1_000_000 == 0 ? MANY : OTHER;
            default -> n == 1 ? ONE : OTHER;
        };
    }

    private static Plural arabic(long n) {
        if (n <= 2) {
            return n == 0 ? ZERO : n == 1 ? ONE : TWO;
        }
        long hundredth = n % 100;
        if (hundredth >= 3 && hundredth <= 10) {
            return FEW;
        }
        return hundredth >= 11 ? MANY : OTHER;
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
