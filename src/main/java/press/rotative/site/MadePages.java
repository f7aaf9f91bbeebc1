package press.rotative.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import press.rotative.language.Words;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;

/// What pages are answered with: a status, a type, and the clocks under which a page was made of one snapshot.
final class MadePages {
    private final Snapshot snapshot;
    private final ChromeMaker chromes;
    private final ProblemPages problems;

    MadePages(Snapshot snapshot, ChromeMaker chromes, ProblemPages problems) {
        this.snapshot = snapshot;
        this.chromes = chromes;
        this.problems = problems;
    }

    MadePage html(Voice voice, int status, byte[] bytes) {
        return MadePage.html(
                status,
                bytes,
                new PageClocks(
                        snapshot.number(),
                        snapshot.searchCursor(),
                        sooner(voice.dates().goodUntil()),
                        snapshot.alike()));
    }

    /// Until an act or the rights in a picture change it. To be asked after the page was made.
    private PageClocks forEver() {
        return PageClocks.of(snapshot.number(), snapshot.goodUntil());
    }

    private Instant sooner(Instant dated) {
        return dated.isBefore(snapshot.goodUntil()) ? dated : snapshot.goodUntil();
    }

    /// Of any other type; good until an act or the rights in a picture change it.
    MadePage file(String mediaType, byte[] bytes) {
        return MadePage.of(200, mediaType, bytes, forEver());
    }

    /// For good, until an act changes where it leads.
    MadePage moved(String path) {
        return MadePage.redirect(301, path, forEver());
    }

    MadePage elsewhere(String path) {
        return MadePage.redirect(302, path, forEver());
    }

    /// A page at its canonical path; from any other path it redirects there.
    MadePage at(String asked, String canonical, Supplier<MadePage> page) {
        return asked.equals(canonical) ? page.get() : moved(canonical);
    }

    /// 404 inside the menus of the edition that the path names, else of the first.
    MadePage lost(String path) {
        Optional<Edition> named = edition(Route.editionOf(path));
        Optional<Edition> edition =
                named.isPresent() ? named : snapshot.editions().stream().findFirst();
        if (edition.isEmpty()) {
            return problems.of(404, path);
        }
        Voice voice = voice(edition.get());
        Words words = voice.words();
        var head = Chrome.Head.bare(
                words.say("problem.404") + " | " + voice.edition().name(), words.say("problem.404"));
        return problems.of(404, chromes.chrome(voice, false, null, head, List.of()));
    }

    Optional<Edition> edition(String code) {
        return snapshot.editions().stream()
                .filter(edition -> edition.code().equals(code))
                .findFirst();
    }

    Voice voice(Edition edition) {
        return Voice.of(edition, snapshot.now());
    }

    Voice voice(EditionId id) {
        return voice(snapshot.editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow());
    }
}
