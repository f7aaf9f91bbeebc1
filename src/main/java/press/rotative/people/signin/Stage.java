package press.rotative.people.signin;

import java.time.Duration;
import java.util.Locale;

/// How far somebody who signs in has come. Only [#IN] opens anything but the pages of signing in.
public enum Stage {
    /// The password was right; a second factor is to be shown.
    CODE(Duration.ofMinutes(10)),
    /// The password was right; a second factor is to be set up first.
    FACTOR(Duration.ofMinutes(30)),
    IN(Duration.ofDays(7));

    private final Duration lasts;

    Stage(Duration lasts) {
        this.lasts = lasts;
    }

    /// After this a session ends, whatever is done in it.
    Duration lasts() {
        return lasts;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
