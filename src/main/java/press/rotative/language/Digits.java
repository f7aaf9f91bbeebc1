package press.rotative.language;

/// Which figures an edition prints. Raw digits of captured pages are never changed.
public enum Digits {
    WESTERN,
    ARABIC;

    public String in(String text) {
        return switch (this) {
            case WESTERN -> text;
            case ARABIC -> arabic(text);
        };
    }

    private static String arabic(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(c >= '0' && c <= '9' ? (char) ('\u0660' + (c - '0')) : c);
        }
        return result.toString();
    }
}
