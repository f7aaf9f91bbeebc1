package press.rotative.newsroom;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.people.signin.Asker;
import press.rotative.platform.Networks;

/// What the request itself says: where it comes from, which language it prefers, what was just done.
@RequestScoped
public class Asking {
    private static final String LANGUAGE = "lang";
    private static final String LATE = "en";

    private final RoutingContext request;
    private final Networks believed;

    Asking(RoutingContext request, Networks believed) {
        this.request = request;
        this.believed = believed;
    }

    /// Where it comes from. What front servers say counts only when the operator believes them.
    public Asker asker() {
        String remote = request.request().remoteAddress() == null
                ? ""
                : String.valueOf(request.request().remoteAddress().hostAddress());
        List<String> forwarded = request.request().headers().getAll("X-Forwarded-For");
        String asker = believed.asker(remote, forwarded.isEmpty() ? null : String.join(",", forwarded));
        String agent = request.request().getHeader("User-Agent");
        return new Asker(Networks.around(asker), asker, agent == null ? "" : agent);
    }

    /// What the browser keeps for us under this name.
    Optional<String> cookie(String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }

    /// The first of the languages that the reader asked for, by `lang` or by their browser's settings (RFC 9110,
    /// section 12.5.4).
    String preferred(List<String> languages) {
        String chosen = request.request().getParam(LANGUAGE);
        if (chosen != null && languages.contains(chosen)) {
            return chosen;
        }
        String accepted = request.request().getHeader("Accept-Language");
        if (accepted == null || accepted.length() > 500) {
            return LATE;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> range.getRange().split("-")[0])
                    .filter(languages::contains)
                    .findFirst()
                    .orElse(LATE);
        } catch (IllegalArgumentException unreadable) {
            return LATE;
        }
    }

    /// What a page redirected here after doing: `done` in the address.
    Optional<String> done() {
        String done = request.request().getParam("done");
        return done != null && done.matches("[a-z.]{1,40}") && isSaid(done) ? Optional.of(done) : Optional.empty();
    }

    private static boolean isSaid(String done) {
        return Words.in("newsroom", Tongue.of(LATE), press.rotative.language.Digits.WESTERN)
                .has("done." + done);
    }

    /// The name by which somebody came here.
    String host() {
        String host = request.request().getHeader("Host");
        return host == null ? "" : host;
    }

    /// This page in the other languages.
    List<Shell.Language> otherLanguages(Tongue tongue) {
        String query = query(request.request().query());
        return Words.LANGUAGES.stream()
                .filter(language -> !language.equals(tongue.language()))
                .map(language -> new Shell.Language(
                        language,
                        Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(language)),
                        Tongue.of(language).direction(),
                        request.request().path() + "?" + LANGUAGE + "=" + language + query))
                .toList();
    }

    private static String query(@Nullable String query) {
        if (query == null || query.length() > 2000) {
            return "";
        }
        String rest = query.replaceAll("(?:^|&)" + LANGUAGE + "=[^&]*", "").replaceAll("^&", "");
        return rest.isEmpty() ? "" : "&" + rest;
    }
}
