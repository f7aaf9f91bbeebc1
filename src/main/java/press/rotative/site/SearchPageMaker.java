package press.rotative.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.search.Question;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.LiveStory;

/// Makes the page of a search. Titles and passages come from the snapshot, never from the index.
final class SearchPageMaker {
    static final int ON_A_PAGE = 20;
    private static final int PAGES_OF_THAT_NAME = 3;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    SearchPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    SearchPage page(Voice voice, Route.Search route) {
        boolean searches = !route.asked().isEmpty() || !route.filter().none();
        return searches ? found(voice, route) : before(voice, route);
    }

    private SearchPage before(Voice voice, Route.Search route) {
        return new SearchPage(
                chrome(voice, route),
                "",
                Places.suggest(voice.edition()),
                null,
                null,
                List.of(),
                null,
                null,
                new SearchNarrowing(snapshot, voice, route).form(null),
                List.of(),
                new SearchHelp(snapshot, voice).concepts(),
                List.of());
    }

    private SearchPage found(Voice voice, Route.Search route) {
        Words words = voice.words();
        Snapshot.Found found = snapshot.search(question(voice, route, route.asked(), route.after()));
        Snapshot.Found shown = found;
        boolean otherwise = found.total() == 0 && found.spelled() != null;
        String asked = found.total() == 0 && found.spelled() != null ? found.spelled() : route.asked();
        if (otherwise) {
            shown = snapshot.search(question(voice, route, asked, null));
        }
        SearchAddress address = SearchAddress.of(voice.edition(), route);
        boolean nothing = shown.total() == 0;
        var help = new SearchHelp(snapshot, voice);
        List<LiveStory> latest = nothing ? help.latest() : List.of();
        var teasers = new TeaserMaker(
                snapshot,
                voice,
                Stream.concat(shown.stories().stream(), latest.stream()).toList());
        var highlights = new Highlights(asked, voice.edition().language());
        return new SearchPage(
                chrome(voice, route),
                route.asked(),
                Places.suggest(voice.edition()),
                outcome(words, route, found),
                spelling(words, address, found, otherwise),
                shown.stories().stream()
                        .map(story -> teasers.found(
                                story,
                                highlights.whole(story.content().headline()),
                                highlights.passage(story.content())))
                        .toList(),
                route.after() == null ? null : address.whole(),
                otherwise || shown.next() == null ? null : address.with(SearchAddress.AFTER, shown.next()),
                new SearchNarrowing(snapshot, voice, route).form(shown),
                pages(voice, asked),
                nothing ? help.after(route, address, found) : List.of(),
                latest.stream()
                        .map(story -> teasers.teaser(
                                story, Teaser.Shape.PLAIN, 3, TeaserMaker.Telling.TITLE, Slot.SIDE, false))
                        .toList());
    }

    private Question question(Voice voice, Route.Search route, String asked, @Nullable String after) {
        var edition = voice.edition();
        return new Question(
                edition.id(),
                edition.language(),
                asked,
                route.filter()
                        .narrowing(edition.timeZone(), concept(route.filter().concept())),
                route.order(),
                after,
                ON_A_PAGE,
                voice.dates().day(),
                edition.timeZone());
    }

    private @Nullable ConceptId concept(@Nullable ConceptId asked) {
        Concept now = asked == null ? null : snapshot.concepts(List.of(asked)).get(asked);
        return now == null ? asked : now.id();
    }

    private static String outcome(Words words, Route.Search route, Snapshot.Found found) {
        if (found.total() == 0) {
            return route.asked().isEmpty() ? words.say("search.none.here") : words.say("search.none", route.asked());
        }
        return found.many()
                ? words.say("search.many", words.number(found.total()))
                : words.count("search.found", found.total());
    }

    private static SearchPage.@Nullable Spelling spelling(
            Words words, SearchAddress address, Snapshot.Found found, boolean otherwise) {
        return found.spelled() == null
                ? null
                : new SearchPage.Spelling(
                        words.say(otherwise ? "search.instead" : "search.meant"),
                        Link.to(found.spelled(), address.with(SearchAddress.ASKED, found.spelled())));
    }

    /// Concepts and authors that are called so: they have pages of their own.
    private List<Link> pages(Voice voice, String asked) {
        var edition = voice.edition();
        return Stream.concat(
                        snapshot.conceptsBeginning(edition, asked, PAGES_OF_THAT_NAME).stream()
                                .map(concept -> Link.to(
                                        concept.label(edition.language()).text(), Places.concept(edition, concept))),
                        snapshot.authorsBeginning(edition, asked, PAGES_OF_THAT_NAME).stream()
                                .map(author -> Link.to(author.name(), Places.author(edition, author))))
                .limit(PAGES_OF_THAT_NAME)
                .toList();
    }

    private Chrome chrome(Voice voice, Route.Search route) {
        Words words = voice.words();
        String title = route.asked().isEmpty() ? words.say("search.heading") : words.say("search.title", route.asked());
        String name = voice.edition().name();
        var others = snapshot.editions().stream()
                .filter(other -> !other.id().equals(voice.edition().id()))
                .map(other -> new ChromeMaker.Elsewhere(other, Places.search(other)))
                .toList();
        var head = chromes.head(
                        voice,
                        title + " | " + name,
                        words.say("search.description", name),
                        Places.search(voice.edition()),
                        List.of(),
                        List.of())
                .unindexed();
        return chromes.chrome(voice, false, null, head, others);
    }
}
