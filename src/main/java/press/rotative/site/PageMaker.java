package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.PublicStory;
import press.rotative.story.StoryId;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPages;

/// Makes the answer to a route out of one snapshot: which page it is, and under which clocks it was made.
final class PageMaker {
    private final Snapshot snapshot;
    private final Assets assets;
    private final Places places;
    private final ProblemPages problems;
    private final ChromeMaker chromes;

    PageMaker(Snapshot snapshot, Assets assets, Places places, ProblemPages problems) {
        this.snapshot = snapshot;
        this.assets = assets;
        this.places = places;
        this.problems = problems;
        this.chromes = new ChromeMaker(snapshot, assets, places);
    }

    MadePage make(Route route) {
        return switch (route) {
            case Route.Root root -> root();
            case Route.Robots robots ->
                MadePage.of(200, "text/plain; charset=utf-8", bytes(sitemaps().robots()), forEver());
            case Route.SitemapIndex index ->
                MadePage.of(200, "application/xml", sitemaps().index(), forEver());
            case Route.Front(String edition) -> inEdition(edition, "/", this::front);
            case Route.Search search -> inEdition(search.edition(), "/search", voice -> search(voice, search));
            case Route.Suggest(String edition, String typed) ->
                inEdition(edition, "/suggest", voice -> suggest(voice, typed));
            case Route.CorrectionList(String edition, var before) ->
                inEdition(
                        edition,
                        "/corrections",
                        voice -> html(
                                voice,
                                200,
                                Templates.render(new CorrectionsPageMaker(snapshot, chromes).page(voice, before))));
            case Route.Archive archive -> inEdition(archive.edition(), "/archive", voice -> archive(voice, archive));
            case Route.FeedOf feed ->
                inEdition(feed.edition(), "/" + feed.format().file(), voice -> feed(voice, feed));
            case Route.SitemapMonth(String edition, var month) ->
                inEdition(
                        edition,
                        "/sitemap",
                        voice -> MadePage.of(
                                200, "application/xml", sitemaps().month(voice.edition(), month), forEver()));
            case Route.SitemapPages(String edition) ->
                inEdition(
                        edition,
                        "/sitemap",
                        voice -> MadePage.of(200, "application/xml", sitemaps().pages(voice.edition()), forEver()));
            case Route.Short(String code, boolean preview) -> shortLink(code, preview);
            case Route.Page(String path, var before) -> page(path, before);
            case Route.VersionOf(String story, int version) -> comparison(story, version);
            case Route.PictureFile picture -> lost("/");
            case Route.Asset(String path) -> houseFile(path);
        };
    }

    @FunctionalInterface
    private interface InEdition {
        MadePage make(Voice voice);
    }

    private MadePage inEdition(String code, String rest, InEdition page) {
        Optional<Edition> edition = edition(code);
        return edition.isEmpty() ? lost("/" + code + rest) : page.make(voice(edition.get()));
    }

    private MadePage root() {
        return snapshot.editions().isEmpty()
                ? problems.empty()
                : MadePage.redirect(302, Places.front(snapshot.editions().getFirst()), forEver());
    }

    private MadePage front(Voice voice) {
        return html(voice, 200, Templates.render(new FrontPageMaker(snapshot, chromes).page(voice)));
    }

    private MadePage search(Voice voice, Route.Search route) {
        return html(voice, 200, Templates.render(new SearchPageMaker(snapshot, chromes).page(voice, route)));
    }

    private MadePage suggest(Voice voice, String typed) {
        return MadePage.of(
                200,
                "application/json; charset=utf-8",
                bytes(new Suggestions(snapshot).json(voice, typed)),
                new PageClocks(snapshot.number(), snapshot.searchCursor(), snapshot.goodUntil()));
    }

    private MadePage feed(Voice voice, Route.FeedOf route) {
        var feeds = new FeedMaker(snapshot, places, assets);
        String list = route.list();
        if (list == null) {
            return feed(feeds.feed(voice), Places.feed(voice.edition(), route.format()), route.format());
        }
        if (list.equals(Places.corrections(voice.edition()))) {
            return feed(feeds.corrections(voice), Places.feedOf(list, route.format()), route.format());
        }
        return snapshot.withPath(list)
                .flatMap(subject -> Listed.find(snapshot, voice.edition(), subject))
                .map(listed -> {
                    String canonical = Places.feedOf(listed.path(voice.edition()), route.format());
                    return listed.path(voice.edition()).equals(list)
                            ? feed(feeds.feed(voice, listed), canonical, route.format())
                            : MadePage.redirect(301, canonical, forEver());
                })
                .orElseGet(() -> lost(list));
    }

    private MadePage feed(Feed feed, String path, Route.FeedFormat format) {
        String self = places.whole(path);
        byte[] bytes =
                switch (format) {
                    case RSS -> FeedWriter.rss(feed, self);
                    case ATOM -> FeedWriter.atom(feed, self);
                    case JSON -> FeedWriter.json(feed, self);
                };
        return MadePage.of(200, format.mediaType() + "; charset=utf-8", bytes, forEver());
    }

    private MadePage shortLink(String code, boolean preview) {
        Optional<Subject> subject = snapshot.withCode(code);
        if (subject.isEmpty() || subject.get().kind() != Subject.Kind.STORY) {
            return lost("/");
        }
        return switch (snapshot.standing(new StoryId(subject.get().id()))) {
            case PublicStory.Standing.Live(LiveStory story) ->
                preview
                        ? html(voice(story), 200, notices().preview(voice(story), story, path(story)))
                        : MadePage.redirect(301, path(story), forEver());
            case PublicStory.Standing.Killed killed -> notice(killed);
            case PublicStory.Standing.Expired expired -> notice(expired);
            case PublicStory.Standing.Hidden hidden -> lost("/");
        };
    }

    private MadePage page(String path, @Nullable String before) {
        String slashless = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!slashless.substring(1).contains("/")
                && edition(slashless.substring(1)).isPresent()) {
            return MadePage.redirect(301, slashless + "/", forEver());
        }
        if (path.length() > slashless.length() && Route.of(slashless, null) instanceof Route.Archive archive) {
            return MadePage.redirect(
                    301, "/" + archive.edition() + "/archive" + archive.period().path(), forEver());
        }
        Optional<Subject> claimed = snapshot.withPath(slashless);
        if (claimed.isPresent()) {
            return claimed(path, slashless, claimed.get(), before);
        }
        String code = Route.codeAtEnd(slashless);
        Optional<Subject> coded = code == null ? Optional.empty() : snapshot.withCode(code);
        return coded.isPresent() && coded.get().kind() == Subject.Kind.STORY
                ? story(path, new StoryId(coded.get().id()))
                : lost(path);
    }

    private MadePage claimed(String asked, String path, Subject subject, @Nullable String code) {
        Optional<Edition> edition = edition(Route.editionOf(path));
        if (subject.kind() == Subject.Kind.STORY) {
            return story(asked, new StoryId(subject.id()));
        }
        if (edition.isEmpty()) {
            return lost(path);
        }
        Voice voice = voice(edition.get());
        if (subject.kind() == Subject.Kind.OWN_PAGE) {
            return code == null ? ownPage(asked, voice, new OwnPageId(subject.id())) : lost(path);
        }
        Optional<StoryId> before = story(code);
        return code != null && before.isEmpty() ? lost(path) : list(asked, voice, subject, before.orElse(null));
    }

    private MadePage ownPage(String asked, Voice voice, OwnPageId id) {
        return snapshot.house()
                .page(id)
                .map(page -> {
                    String canonical = OwnPages.path(voice.edition(), page.slug());
                    if (page.live() == null) {
                        return html(voice, 410, notices().takenDown(voice));
                    }
                    return asked.equals(canonical)
                            ? html(
                                    voice,
                                    200,
                                    Templates.render(new OwnPageMaker(snapshot, chromes, places).page(voice, page)))
                            : MadePage.redirect(301, canonical, forEver());
                })
                .orElseGet(() -> lost(asked));
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
                .map(listed -> at(asked, listed.path(voice.edition()), voice, () -> lists.page(voice, listed, before)))
                .orElseGet(() -> lost(asked));
    }

    private MadePage archive(Voice voice, Route.Archive route) {
        var archives = new ArchivePageMaker(snapshot, chromes);
        String path = Places.archive(voice.edition(), route.period());
        if (!(route.period() instanceof ArchivePeriod.OfDay(LocalDate day))) {
            return archives.page(voice, route.period())
                    .map(page -> html(voice, 200, Templates.render(page)))
                    .orElseGet(() -> lost(path));
        }
        var listed = new Listed.OfDay(day);
        Optional<StoryId> before = story(route.before());
        boolean astray = route.before() != null && before.isEmpty();
        return astray || listed.stories(snapshot, voice.edition(), null, 1).isEmpty()
                ? lost(path)
                : html(
                        voice,
                        200,
                        Templates.render(
                                new ListPageMaker(snapshot, chromes).page(voice, listed, before.orElse(null))));
    }

    private Optional<StoryId> story(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(snapshot::withCode)
                .filter(found -> found.kind() == Subject.Kind.STORY)
                .map(found -> new StoryId(found.id()));
    }

    private MadePage at(String asked, String canonical, Voice voice, Supplier<ListPage> page) {
        return asked.equals(canonical)
                ? html(voice, 200, Templates.render(page.get()))
                : MadePage.redirect(301, canonical, forEver());
    }

    private MadePage story(String asked, StoryId id) {
        return switch (snapshot.standing(id)) {
            case PublicStory.Standing.Live(LiveStory story) -> {
                String canonical = path(story);
                yield asked.equals(canonical)
                        ? html(
                                voice(story),
                                200,
                                Templates.render(
                                        new StoryPageMaker(snapshot, chromes, places).page(voice(story), story)))
                        : MadePage.redirect(301, canonical, forEver());
            }
            case PublicStory.Standing.Killed killed -> notice(killed);
            case PublicStory.Standing.Expired expired -> notice(expired);
            case PublicStory.Standing.Hidden hidden -> lost(asked);
        };
    }

    private MadePage comparison(String asked, int version) {
        Optional<StoryId> id = story(Route.codeAtEnd(asked));
        return id.isEmpty()
                ? lost(asked)
                : switch (snapshot.standing(id.get())) {
                    case PublicStory.Standing.Live(LiveStory story) -> {
                        String canonical = path(story);
                        yield asked.equals(canonical)
                                ? snapshot.comparison(story.id(), version)
                                        .map(step -> html(
                                                voice(story),
                                                200,
                                                Templates.render(new ComparisonPageMaker(chromes)
                                                        .page(voice(story), story, canonical, step))))
                                        .orElseGet(() -> lost(asked))
                                : MadePage.redirect(301, Places.comparison(canonical, version), forEver());
                    }
                    case PublicStory.Standing.Killed killed -> notice(killed);
                    case PublicStory.Standing.Expired expired -> notice(expired);
                    case PublicStory.Standing.Hidden hidden -> lost(asked);
                };
    }

    private MadePage notice(PublicStory.Standing.Killed killed) {
        Voice voice = voice(killed.edition());
        return html(voice, 410, notices().notice(voice, killed));
    }

    private MadePage notice(PublicStory.Standing.Expired expired) {
        Voice voice = voice(expired.edition());
        return html(voice, 410, notices().notice(voice, expired));
    }

    private NoticePages notices() {
        return new NoticePages(chromes, places);
    }

    /// 404 inside the menus of the edition that the path names, else of the first.
    private MadePage lost(String path) {
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

    private MadePage html(Voice voice, int status, byte[] bytes) {
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

    private SitemapMaker sitemaps() {
        return new SitemapMaker(snapshot, places);
    }

    private Optional<Edition> edition(String code) {
        return snapshot.editions().stream()
                .filter(edition -> edition.code().equals(code))
                .findFirst();
    }

    private Voice voice(Edition edition) {
        return Voice.of(edition, snapshot.now());
    }

    private Voice voice(LiveStory story) {
        return voice(story.edition());
    }

    private Voice voice(EditionId id) {
        return voice(snapshot.editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private String path(LiveStory story) {
        return new TeaserMaker(snapshot, voice(story), List.of()).path(story);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
