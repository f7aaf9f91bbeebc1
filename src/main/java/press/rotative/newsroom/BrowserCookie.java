package press.rotative.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.util.Optional;
import press.rotative.platform.Secrets;

/// By what a browser is known again between a challenge and its answer while nobody is in yet: random, forgotten when
/// the browser ends. It is sent to the newsroom only, so that public pages never meet it.
@Singleton
public final class BrowserCookie {
    private static final String NAME = "rotative-browser";

    private final HomeAddress home;
    private final Asking asking;
    private final SecureRandom random;

    BrowserCookie(HomeAddress home, Asking asking, SecureRandom random) {
        this.home = home;
        this.asking = asking;
        this.random = random;
    }

    /// What the browser that asks holds; empty: nothing, so that no answer of it fits.
    public Optional<String> secret() {
        return asking.cookie(name()).filter(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    public String fresh() {
        return Secrets.next(random);
    }

    public NewCookie holding(String secret) {
        return new NewCookie.Builder(name())
                .value(secret)
                .path("/newsroom")
                .httpOnly(true)
                .secure(home.secure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String name() {
        return home.secure() ? "__Secure-" + NAME : NAME;
    }
}
