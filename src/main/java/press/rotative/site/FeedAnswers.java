package press.rotative.site;

/// The answers to the addresses of feeds.
final class FeedAnswers {
    private final Snapshot snapshot;
    private final Places places;
    private final FeedMaker feeds;
    private final MadePages made;

    FeedAnswers(Snapshot snapshot, Assets assets, Places places, MadePages made) {
        this.snapshot = snapshot;
        this.places = places;
        this.feeds = new FeedMaker(snapshot, places, assets);
        this.made = made;
    }

    MadePage of(Voice voice, Route.FeedOf route) {
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
                            : made.moved(canonical);
                })
                .orElseGet(() -> made.lost(list));
    }

    private MadePage feed(Feed feed, String path, Route.FeedFormat format) {
        String self = places.whole(path);
        byte[] bytes =
                switch (format) {
                    case RSS -> FeedWriter.rss(feed, self);
                    case ATOM -> FeedWriter.atom(feed, self);
                    case JSON -> FeedWriter.json(feed, self);
                };
        return made.file(format.mediaType() + "; charset=utf-8", bytes);
    }
}
