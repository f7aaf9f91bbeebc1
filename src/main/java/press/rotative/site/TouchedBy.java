package press.rotative.site;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;

/// The addresses that an act can change: never too few, sometimes too many.
///
/// It serves early rendering, purge keys, the editor's preview of effects and the receipts. Pages of lists and searches
/// come in endless numbers, so a whole family of them is named by how its addresses begin, and the many addresses of a
/// story by its code.
///
/// @param pages exact paths
/// @param beginnings of paths; everything below them is named
/// Stories show others like them, and any of these can change when one story does. Such pages ask the search cursor
/// before they answer from the cache, so they need no early rendering; whoever keeps copies elsewhere must drop them.
///
/// @param codes of stories; every path that ends in one is named
/// @param listing how paths begin whose pages can change in a list of the search's making, and only there
public record TouchedBy(Set<String> pages, Set<String> beginnings, Set<String> codes, Set<String> listing) {
    private static final int PATHS = 1000;

    public TouchedBy {
        pages = Set.copyOf(pages);
        beginnings = Set.copyOf(beginnings);
        codes = Set.copyOf(codes);
        listing = Set.copyOf(listing);
    }

    /// @param address a path with or without a query
    public boolean names(String address) {
        return changes(address) || listing.stream().anyMatch(address::startsWith);
    }

    /// Whether more can change there than a list of the search's making.
    boolean changes(String address) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        Matcher version = Route.VERSION.matcher(path);
        String whole = version.matches() ? version.group(1) : path;
        String plain = whole.endsWith("+") ? whole.substring(0, whole.length() - 1) : whole;
        String code = Route.codeAtEnd(plain);
        return pages.contains(path)
                || beginnings.stream().anyMatch(path::startsWith)
                || codes.contains(plain.substring(1))
                || code != null && codes.contains(code);
    }

    /// @param touched whose pages an act changed, as the act itself says it
    static TouchedBy of(Snapshot snapshot, Set<Subject> touched) {
        var pages = new HashSet<String>();
        var beginnings = new HashSet<String>();
        var listing = new HashSet<String>();
        Map<Subject, List<String>> paths =
                snapshot.pathsOf(touched.stream().filter(TouchedBy::hasAddress).toList(), PATHS);
        for (Subject subject : touched) {
            switch (subject.kind()) {
                case STORY -> pages.addAll(paths.getOrDefault(subject, List.of()));
                case SECTION, CONCEPT, AUTHOR, OWN_PAGE ->
                    paths.getOrDefault(subject, List.of()).forEach(path -> withFeeds(path, pages));
                case PICTURE -> beginnings.add("/pictures/" + subject.id() + "/");
                case EDITION -> edition(snapshot, subject.id(), pages, beginnings, listing);
                // A name in the menu stands on every page, and in the addresses that pages of other editions link to.
                case WHOLE_EDITION, SETTING -> beginnings.add("/");
            }
        }
        Set<String> codes = snapshot.codesOf(touched.stream()
                .filter(subject -> subject.kind() == Subject.Kind.STORY)
                .toList());
        return new TouchedBy(pages, beginnings, codes, listing);
    }

    static boolean hasAddress(Subject subject) {
        return switch (subject.kind()) {
            case STORY, SECTION, CONCEPT, AUTHOR, OWN_PAGE -> true;
            case PICTURE, EDITION, WHOLE_EDITION, SETTING -> false;
        };
    }

    private static void withFeeds(String list, Set<String> pages) {
        pages.add(list);
        for (Route.FeedFormat format : Route.FeedFormat.values()) {
            pages.add(Places.feedOf(list, format));
        }
    }

    private static void edition(
            Snapshot snapshot, long id, Set<String> pages, Set<String> beginnings, Set<String> listing) {
        List<Edition> editions = snapshot.editions();
        editions.stream().filter(edition -> edition.id().value() == id).forEach(edition -> {
            pages.add(Places.front(edition));
            listing.add(Places.front(edition));
            withFeeds(Places.corrections(edition), pages);
            pages.add(Places.suggest(edition));
            for (Route.FeedFormat format : Route.FeedFormat.values()) {
                pages.add(Places.feed(edition, format));
            }
            beginnings.add(Places.archive(edition, new ArchivePeriod.Whole()));
            beginnings.add("/" + edition.code() + "/sitemap-");
        });
        // A search says how many stories hold its words in the other editions.
        editions.forEach(edition -> pages.add(Places.search(edition)));
        pages.add("/sitemap.xml");
    }
}
