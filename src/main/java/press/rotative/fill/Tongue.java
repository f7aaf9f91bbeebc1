package press.rotative.fill;

/// The languages of a made-up newsroom, one edition each. The order is that of the columns in `concepts.txt`.
enum Tongue {
    FRENCH("fr", "Europe/Paris", false),
    ENGLISH("en", "Europe/London", false),
    ARABIC("ar", "Africa/Tunis", true);

    private final String code;
    private final String timeZone;
    private final boolean rightToLeft;

    Tongue(String code, String timeZone, boolean rightToLeft) {
        this.code = code;
        this.timeZone = timeZone;
        this.rightToLeft = rightToLeft;
    }

    /// Of the language and of its edition.
    String code() {
        return code;
    }

    String timeZone() {
        return timeZone;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    String numbers() {
        return switch (this) {
            case FRENCH, ENGLISH -> "latn";
            case ARABIC -> "arab";
        };
    }
}
