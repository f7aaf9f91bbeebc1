package press.rotative.site;

import java.util.ArrayList;
import java.util.List;
import press.rotative.language.Words;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;

/// What to try when a search finds nothing.
final class SearchHelp {
    private static final int LATEST = 5;
    private static final int LATELY = 40;

    private final Snapshot snapshot;
    private final Voice voice;
    private final Words words;

    SearchHelp(Snapshot snapshot, Voice voice) {
        this.snapshot = snapshot;
        this.voice = voice;
        this.words = voice.words();
    }

    List<SearchPage.Help> after(Route.Search route, SearchAddress address, Snapshot.Found found) {
        var help = new ArrayList<SearchPage.Help>();
        if (!route.filter().none() && !route.asked().isEmpty()) {
            help.add(new SearchPage.Help(
                    words.say("search.narrowed"),
                    List.of(Link.to(words.say("search.everywhere", route.asked()), address.wordsOnly()))));
        }
        if (!found.alone().isEmpty()) {
            help.add(new SearchPage.Help(
                    words.say("search.alone"),
                    found.alone().stream()
                            .map(word -> Link.to(
                                    words.say("search.word", word.word(), words.number(word.total())),
                                    address.asking(word.word())))
                            .toList()));
        }
        help.addAll(concepts());
        return help;
    }

    /// What the edition writes about lately.
    List<SearchPage.Help> concepts() {
        Edition edition = voice.edition();
        List<ConceptId> ids = SearchFacets.common(
                snapshot.latest(edition.id(), LATELY), story -> story.content().concepts().stream());
        var concepts = snapshot.concepts(ids);
        List<Link> links = ids.stream()
                .filter(concepts::containsKey)
                .map(concepts::get)
                .map(concept -> Link.to(concept.label(edition.language()).text(), Places.concept(edition, concept)))
                .toList();
        return links.isEmpty() ? List.of() : List.of(new SearchPage.Help(words.say("search.lately"), links));
    }

    List<LiveStory> latest() {
        return snapshot.latest(voice.edition().id(), LATEST);
    }
}
