package press.rotative.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.StoryId;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.OwnPages;

/// Makes what stands around every page of an edition.
final class ChromeMaker {
    private final Snapshot snapshot;
    private final Assets assets;
    private final Places places;

    ChromeMaker(Snapshot snapshot, Assets assets, Places places) {
        this.snapshot = snapshot;
        this.assets = assets;
        this.places = places;
    }

    /// @param here the section that the page belongs to, or what it is of: the line of a menu that leads there
    /// is marked
    /// @param others where the same page stands in other editions; an edition that is not named gets its front
    Chrome chrome(Voice voice, boolean front, @Nullable Subject here, Chrome.Head head, List<Elsewhere> others) {
        Edition edition = voice.edition();
        EditionLook look = voice.look();
        var menus = new MenuMaker(snapshot, voice);
        return new Chrome(
                voice.words(),
                voice.tongue(),
                front,
                head,
                edition.name(),
                Places.front(edition),
                edition.motto(),
                voice.dates().today(),
                look.weather(),
                editions(edition, others),
                menus.main(here),
                Places.search(edition),
                alert(voice),
                foot(voice, menus.foot(here)),
                brand(edition),
                assets);
    }

    private Chrome.@Nullable Alert alert(Voice voice) {
        Edition edition = voice.edition();
        AlertBand band = snapshot.house()
                .alert(edition.id())
                .filter(alert -> alert.shownAt(snapshot.now()))
                .orElse(null);
        if (band == null) {
            return null;
        }
        StoryId to = band.story();
        if (to == null) {
            return new Chrome.Alert(band.text(), null, voice.dates().brief(band.since()));
        }
        LiveStory story = snapshot.stories(List.of(to)).get(to);
        return story == null
                ? null
                : new Chrome.Alert(
                        band.text(),
                        Places.story(edition, section(edition, story), story),
                        voice.dates().brief(band.since()));
    }

    private @Nullable Section section(Edition edition, LiveStory story) {
        return snapshot.sections(edition.id()).stream()
                .filter(section -> section.id().equals(story.section()))
                .findFirst()
                .orElse(null);
    }

    /// The same page in another edition.
    record Elsewhere(Edition edition, String path) {}

    private List<Link> editions(Edition current, List<Elsewhere> others) {
        var links = new ArrayList<Link>();
        for (Edition edition : snapshot.editions()) {
            String path = others.stream()
                    .filter(other -> other.edition().id().equals(edition.id()))
                    .map(Elsewhere::path)
                    .findFirst()
                    .orElse(Places.front(edition));
            var tongue = new Tongue(edition.language(), edition.direction());
            boolean here = edition.id().equals(current.id());
            links.add(new Link(ownName(tongue), here ? Places.front(edition) : path, tongue, here));
        }
        return links;
    }

    /// A language's name in itself, as its readers look for it.
    static String ownName(Tongue tongue) {
        String name = tongue.locale().getDisplayLanguage(tongue.locale());
        return name.substring(0, 1).toUpperCase(tongue.locale()) + name.substring(1);
    }

    Brand brand(Edition edition) {
        return Brand.of(snapshot.house().look(edition.id()), assets, places::whole);
    }

    private static Chrome.Foot foot(Voice voice, List<Link> newsroom) {
        Edition edition = voice.edition();
        Words words = voice.words();
        return new Chrome.Foot(
                voice.look().address(),
                newsroom,
                List.of(
                        Link.to(words.say("feed.rss"), Places.feed(edition, Route.FeedFormat.RSS)),
                        Link.to(words.say("feed.atom"), Places.feed(edition, Route.FeedFormat.ATOM)),
                        Link.to(words.say("feed.json"), Places.feed(edition, Route.FeedFormat.JSON))),
                voice.look().footer());
    }

    /// The head of a page of lists.
    ///
    /// @param path canonical
    Chrome.Head head(
            Voice voice,
            String title,
            String description,
            String path,
            List<Elsewhere> others,
            List<JsonLd.Crumb> crumbs) {
        Edition edition = voice.edition();
        return new Chrome.Head(
                title,
                description,
                places.whole(path),
                alternates(edition, path, others),
                null,
                feeds(voice),
                true,
                "website",
                null,
                null,
                JsonLd.of(publisher(voice), crumbs));
    }

    /// The page and its like in other editions; the newsroom's first edition is for everybody else.
    List<Chrome.Alternate> alternates(Edition edition, String path, List<Elsewhere> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Chrome.Alternate>();
        all.add(new Chrome.Alternate(edition.language(), places.whole(path)));
        others.forEach(other -> all.add(new Chrome.Alternate(other.edition().language(), places.whole(other.path()))));
        Edition first = snapshot.editions().getFirst();
        String forAll = others.stream()
                .filter(other -> other.edition().id().equals(first.id()))
                .map(Elsewhere::path)
                .findFirst()
                .orElse(path);
        all.add(new Chrome.Alternate("x-default", places.whole(forAll)));
        return all;
    }

    List<Chrome.Feed> feeds(Voice voice) {
        return feeds(voice, voice.edition().name(), "/" + voice.edition().code());
    }

    /// @param title what the feeds are of
    /// @param list the path of its page
    List<Chrome.Feed> feeds(Voice voice, String title, String list) {
        return List.of(
                feed(voice, title, list, Route.FeedFormat.RSS, "feed.rss"),
                feed(voice, title, list, Route.FeedFormat.ATOM, "feed.atom"),
                feed(voice, title, list, Route.FeedFormat.JSON, "feed.json"));
    }

    private static Chrome.Feed feed(Voice voice, String title, String list, Route.FeedFormat format, String word) {
        return new Chrome.Feed(format.mediaType(), title + ", " + voice.words().say(word), Places.feedOf(list, format));
    }

    JsonLd.Publisher publisher(Voice voice) {
        Edition edition = voice.edition();
        return new JsonLd.Publisher(
                edition.name(),
                places.whole(Places.front(edition)),
                places.whole(brand(edition).emblem()),
                places.whole(policy(edition, OwnPageKind.CORRECTIONS).orElseGet(() -> Places.corrections(edition))),
                policy(edition, OwnPageKind.PRINCIPLES).map(places::whole).orElse(null));
    }

    private Optional<String> policy(Edition edition, OwnPageKind kind) {
        return snapshot.house().live(edition.id(), kind).map(page -> OwnPages.path(edition, page.slug()));
    }

    List<JsonLd.Crumb> crumbs(Voice voice, @Nullable Section section) {
        Edition edition = voice.edition();
        var crumbs = new ArrayList<JsonLd.Crumb>();
        crumbs.add(new JsonLd.Crumb(edition.name(), places.whole(Places.front(edition))));
        if (section != null) {
            crumbs.add(new JsonLd.Crumb(section.name(), places.whole(Places.section(edition, section))));
        }
        return crumbs;
    }

    /// Fronts of the other editions.
    List<Elsewhere> otherFronts(Edition edition) {
        return snapshot.editions().stream()
                .filter(other -> !other.id().equals(edition.id()))
                .map(other -> new Elsewhere(other, Places.front(other)))
                .toList();
    }
}
