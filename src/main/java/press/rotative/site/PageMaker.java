package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.StoryId;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPages;

/// Makes the answer to a route out of one snapshot: which page it is.
final class PageMaker {
    private final Snapshot snapshot;
    private final Assets assets;
    private final Places places;
    private final ProblemPages problems;
    private final ChromeMaker chromes;
    private final MadePages made;
    private final StoryAnswers stories;

    PageMaker(Snapshot snapshot, Assets assets, Places places, ProblemPages problems) {
        this.snapshot = snapshot;
        this.assets = assets;
        this.places = places;
        this.problems = problems;
        this.chromes = new ChromeMaker(snapshot, assets, places);
        this.made = new MadePages(snapshot, chromes, problems);
        this.stories = new StoryAnswers(snapshot, chromes, places, made);
    }

    MadePage make(Route route) {
        return switch (route) {
            case Route.Root root -> root();
            case Route.Robots robots ->
                made.file("text/plain; charset=utf-8", bytes(sitemaps().robots()));
            case Route.SitemapIndex index ->
                made.file("application/xml", sitemaps().index());
            case Route.Front(String edition) -> inEdition(edition, "/", this::front);
            case Route.Search search -> inEdition(search.edition(), "/search", voice -> search(voice, search));
            case Route.Suggest(String edition, String typed) ->
                inEdition(edition, "/suggest", voice -> suggest(voice, typed));
            case Route.CorrectionList(String edition, var before) ->
                inEdition(
                        edition,
                        "/corrections",
                        voice -> made.html(
                                voice,
                                200,
                                Templates.render(new CorrectionsPageMaker(snapshot, chromes).page(voice, before))));
            case Route.Archive archive -> inEdition(archive.edition(), "/archive", voice -> archive(voice, archive));
            case Route.FeedOf feed ->
                inEdition(feed.edition(), "/" + feed.format().file(), voice -> new FeedAnswers(
                                snapshot, assets, places, made)
                        .of(voice, feed));
            case Route.SitemapMonth(String edition, var month) ->
                inEdition(
                        edition,
                        "/sitemap",
                        voice -> made.file("application/xml", sitemaps().month(voice.edition(), month)));
            case Route.SitemapPages(String edition) ->
                inEdition(
                        edition,
                        "/sitemap",
                        voice -> made.file("application/xml", sitemaps().pages(voice.edition())));
            case Route.Short(String code, boolean preview) -> stories.shortAddress(code, preview);
            case Route.Page(String path, var before) -> page(path, before);
            case Route.VersionOf(String story, int version) -> stories.comparison(story, version);
            case Route.PictureFile picture -> made.lost("/");
            case Route.Asset(String path) -> houseFile(path);
        };
    }

    @FunctionalInterface
    private interface InEdition {
        MadePage make(Voice voice);
    }

    private MadePage inEdition(String code, String rest, InEdition page) {
        Optional<Edition> edition = made.edition(code);
        return edition.isEmpty() ? made.lost("/" + code + rest) : page.make(made.voice(edition.get()));
    }

    private MadePage root() {
        return snapshot.editions().isEmpty()
                ? problems.empty()
                : made.elsewhere(Places.front(snapshot.editions().getFirst()));
    }

    private MadePage front(Voice voice) {
        return made.html(voice, 200, Templates.render(new FrontPageMaker(snapshot, chromes).page(voice)));
    }

    private MadePage search(Voice voice, Route.Search route) {
        return made.html(voice, 200, Templates.render(new SearchPageMaker(snapshot, chromes).page(voice, route)));
    }

    private MadePage suggest(Voice voice, String typed) {
        return MadePage.of(
                200,
                "application/json; charset=utf-8",
                bytes(new Suggestions(snapshot).json(voice, typed)),
                new PageClocks(snapshot.number(), snapshot.searchCursor(), snapshot.goodUntil()));
    }

    private MadePage page(String path, @Nullable String before) {
        String slashless = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!slashless.substring(1).contains("/")
                && made.edition(slashless.substring(1)).isPresent()) {
            return made.moved(slashless + "/");
        }
        if (path.length() > slashless.length() && Route.of(slashless, null) instanceof Route.Archive archive) {
            return made.moved(
                    "/" + archive.edition() + "/archive" + archive.period().path());
        }
        Optional<Subject> claimed = snapshot.withPath(slashless);
        if (claimed.isPresent()) {
            return claimed(path, slashless, claimed.get(), before);
        }
        return stories.withCode(Route.codeAtEnd(slashless))
                .map(id -> stories.page(path, id))
                .orElseGet(() -> made.lost(path));
    }

    private MadePage claimed(String asked, String path, Subject subject, @Nullable String code) {
        Optional<Edition> edition = made.edition(Route.editionOf(path));
        if (subject.kind() == Subject.Kind.STORY) {
            return stories.page(asked, new StoryId(subject.id()));
        }
        if (edition.isEmpty()) {
            return made.lost(path);
        }
        Voice voice = made.voice(edition.get());
        if (subject.kind() == Subject.Kind.OWN_PAGE) {
            return code == null ? ownPage(asked, voice, new OwnPageId(subject.id())) : made.lost(path);
        }
        Optional<StoryId> before = stories.withCode(code);
        return code != null && before.isEmpty() ? made.lost(path) : list(asked, voice, subject, before.orElse(null));
    }

    private MadePage ownPage(String asked, Voice voice, OwnPageId id) {
        return snapshot.house()
                .page(id)
                .map(page -> page.live() == null
                        ? made.html(voice, 410, new NoticePages(chromes, places).takenDown(voice))
                        : made.at(
                                asked,
                                OwnPages.path(voice.edition(), page.slug()),
                                () -> made.html(
                                        voice,
                                        200,
                                        Templates.render(
                                                new OwnPageMaker(snapshot, chromes, places).page(voice, page)))))
                .orElseGet(() -> made.lost(asked));
    }

    /// Logos may stand elsewhere beside a link to a page; scripts of others may not read them.
    private MadePage houseFile(String path) {
        return snapshot.houseFile(path)
                .map(whole -> new MadePage(
                        200,
                        Map.of(
                                "Content-Type",
                                whole.file().mediaType(),
                                "Cache-Control",
                                "public, max-age=31536000, immutable",
                                "Cross-Origin-Resource-Policy",
                                "cross-origin"),
                        new PageBody(whole.bytes(), !whole.file().mediaType().equals("image/png")),
                        PageClocks.ALWAYS,
                        true))
                .orElseGet(() -> problems.of(404, path));
    }

    /// A list at its canonical path; from any other it redirects there.
    private MadePage list(String asked, Voice voice, Subject subject, @Nullable StoryId before) {
        var lists = new ListPageMaker(snapshot, chromes);
        return Listed.find(snapshot, voice.edition(), subject)
                .map(listed -> made.at(
                        asked,
                        listed.path(voice.edition()),
                        () -> made.html(voice, 200, Templates.render(lists.page(voice, listed, before)))))
                .orElseGet(() -> made.lost(asked));
    }

    private MadePage archive(Voice voice, Route.Archive route) {
        var archives = new ArchivePageMaker(snapshot, chromes);
        String path = Places.archive(voice.edition(), route.period());
        if (!(route.period() instanceof ArchivePeriod.OfDay(LocalDate day))) {
            return archives.page(voice, route.period())
                    .map(page -> made.html(voice, 200, Templates.render(page)))
                    .orElseGet(() -> made.lost(path));
        }
        var listed = new Listed.OfDay(day);
        Optional<StoryId> before = stories.withCode(route.before());
        boolean astray = route.before() != null && before.isEmpty();
        return astray || listed.stories(snapshot, voice.edition(), null, 1).isEmpty()
                ? made.lost(path)
                : made.html(
                        voice,
                        200,
                        Templates.render(
                                new ListPageMaker(snapshot, chromes).page(voice, listed, before.orElse(null))));
    }

    private SitemapMaker sitemaps() {
        return new SitemapMaker(snapshot, places);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
