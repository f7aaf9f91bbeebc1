package press.rotative.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;

/// Pages for answers that went wrong. They read no table, so that they can be made when nothing else can.
final class ProblemPages {
    private static final String RETRY_AFTER_SECONDS = "3";

    private final Assets assets;

    ProblemPages(Assets assets) {
        this.assets = assets;
    }

    /// @param path of the request; its first part guesses the language
    MadePage of(int status, String path) {
        String edition = path.startsWith("/") ? Route.editionOf(path) : "";
        boolean known = Words.LANGUAGES.contains(edition);
        return of(status, chrome(Tongue.of(known ? edition : "en"), known ? "/" + edition + "/" : "/"));
    }

    /// The front page of a newsroom that has no edition yet: says to its operator how to begin.
    MadePage empty() {
        Chrome chrome = chrome(Tongue.of("en"), "/");
        Words words = chrome.words();
        return made(new ProblemPage(chrome, 404, words.say("problem.empty"), words.say("problem.empty.do")));
    }

    /// The same inside the menus of an edition.
    MadePage of(int status, Chrome chrome) {
        int said =
                switch (status) {
                    case 400, 404, 405, 413, 503, 507 -> status;
                    default -> status < 500 ? 404 : 500;
                };
        Words words = chrome.words();
        return made(
                new ProblemPage(chrome, status, words.say("problem." + said), words.say("problem." + said + ".do")));
    }

    private static MadePage made(ProblemPage page) {
        var made = MadePage.html(page.status(), Templates.render(page), PageClocks.of(0, Instant.MAX));
        var headers = new LinkedHashMap<>(made.headers());
        if (page.status() == 503) {
            headers.put("Retry-After", RETRY_AFTER_SECONDS);
        }
        return new MadePage(page.status(), headers, made.body(), made.clocks(), false);
    }

    private Chrome chrome(Tongue tongue, String home) {
        Words words = Words.in("site", tongue, Digits.WESTERN);
        return new Chrome(
                words,
                tongue,
                false,
                Chrome.Head.bare("Rotative", words.say("problem.404")),
                "Rotative",
                home,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                new Chrome.Foot(List.of(), List.of(), List.of(), List.of()),
                Brand.plain(assets),
                assets);
    }
}
