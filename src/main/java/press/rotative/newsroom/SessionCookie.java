package press.rotative.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/// The cookie that holds the secret of a session. Over TLS its name binds it to this host, this path and TLS
/// (RFC 6265bis, section 4.1.3.2). No script can read it, and it is not sent with what other sites ask for.
@Singleton
public final class SessionCookie {
    private static final String PLAIN = "rotative";
    private static final String SECURE = "__Host-rotative";
    private static final int LONGEST = 100;

    private final HomeAddress home;

    SessionCookie(HomeAddress home) {
        this.home = home;
    }

    private String name() {
        return home.secure() ? SECURE : PLAIN;
    }

    Optional<String> secret(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(name());
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    /// Forgotten by the browser when it ends, and by the server sooner or later in any case.
    public NewCookie holding(String secret) {
        return cookie(secret).build();
    }

    public NewCookie gone() {
        return cookie("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(home.secure())
                .sameSite(NewCookie.SameSite.LAX);
    }
}
