package press.rotative.site;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;

/// Makes the sitemaps: one file for each month in which an edition published, and their index.
final class SitemapMaker {
    /// The standard allows 50,000 addresses a file.
    private static final int MOST = 50_000;

    private final Snapshot snapshot;
    private final Places places;

    SitemapMaker(Snapshot snapshot, Places places) {
        this.snapshot = snapshot;
        this.places = places;
    }

    byte[] index() {
        var files = new ArrayList<Sitemap.Page>();
        for (Edition edition : snapshot.editions()) {
            snapshot.months(edition.id())
                    .forEach(month -> files.add(new Sitemap.Page(places.whole(path(edition, month)), null, List.of())));
        }
        return Sitemap.index(files);
    }

    byte[] month(Voice voice, YearMonth month) {
        List<LiveStory> stories = snapshot.published(voice.edition().id(), month, MOST);
        TeaserMaker teasers = new TeaserMaker(snapshot, voice, List.of());
        var pages = new ArrayList<Sitemap.Page>();
        for (LiveStory story : stories) {
            pages.add(new Sitemap.Page(places.whole(teasers.path(story)), changed(story), List.of()));
        }
        return Sitemap.pages(pages);
    }

    String robots() {
        return Sitemap.robots(snapshot.editions().stream().map(Places::search).toList(), places.whole("/sitemap.xml"));
    }

    private static Instant changed(LiveStory story) {
        return story.updatedAt();
    }

    static String path(Edition edition, YearMonth month) {
        return "/" + edition.code() + "/sitemap-" + month + ".xml";
    }
}
