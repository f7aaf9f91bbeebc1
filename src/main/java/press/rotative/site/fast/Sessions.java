package press.rotative.site.fast;

import io.netty.util.AsciiString;

/// Tells readers who may be signed in from those who only carry cookies of others. Every cookie of Rotative's own has
/// the program's name in its name.
final class Sessions {
    private Sessions() {}

    static boolean mayBeIn(CharSequence cookies) {
        return AsciiString.containsIgnoreCase(cookies, "rotative");
    }
}
