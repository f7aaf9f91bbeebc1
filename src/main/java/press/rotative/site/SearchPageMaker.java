package press.rotative.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the page of a search. Titles and passages come from the snapshot, never from the index.
final class SearchPageMaker {
    static final int ON_A_PAGE = 20;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    SearchPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    /// @param found null before a search
    SearchPage page(Voice voice, Route.Search route, Snapshot.@Nullable Found found) {
        Words words = voice.words();
        if (found == null) {
            return new SearchPage(chrome(voice, route), "", null, List.of(), null, null, null);
        }
        TeaserMaker teasers = new TeaserMaker(
                snapshot, voice, found.hits().stream().map(Snapshot.Hit::story).toList());
        int skipped = (route.page() - 1) * ON_A_PAGE;
        boolean more = skipped + found.hits().size() < found.total() && route.page() < Route.LAST_SEARCH_PAGE;
        return new SearchPage(
                chrome(voice, route),
                route.asked(),
                found.total() == 0
                        ? words.say("search.none", route.asked())
                        : words.count("search.found", found.total()),
                found.hits().stream()
                        .map(hit -> teasers.found(hit.story(), hit.title(), hit.passage()))
                        .toList(),
                found.hits().isEmpty()
                        ? null
                        : words.say(
                                "search.range",
                                words.number(skipped + 1L),
                                words.number(skipped + (long) found.hits().size()),
                                words.number(found.total())),
                route.page() > 1 ? address(voice, route, route.page() - 1) : null,
                more && !found.hits().isEmpty() ? address(voice, route, route.page() + 1) : null);
    }

    private static String address(Voice voice, Route.Search route, int page) {
        String asked = URLEncoder.encode(route.asked(), StandardCharsets.UTF_8);
        return Places.search(voice.edition()) + "?q=" + asked + (page == 1 ? "" : "&page=" + page);
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
