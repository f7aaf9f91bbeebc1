package press.rotative.site;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import press.rotative.story.Edition;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.StoryAddresses;
import press.rotative.story.house.OwnPages;

/// Makes the sitemaps: one file for each month in which an edition published, one for the pages of the newsroom itself,
/// and their index.
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
            if (!snapshot.house().live(edition.id()).isEmpty()) {
                files.add(new Sitemap.Page(places.whole("/" + edition.code() + "/sitemap-pages.xml"), null, List.of()));
            }
            snapshot.months(edition.id())
                    .forEach(month -> files.add(new Sitemap.Page(places.whole(path(edition, month)), null, List.of())));
        }
        return Sitemap.index(files);
    }

    byte[] month(Edition edition, YearMonth month) {
        Map<SectionId, Section> sections =
                snapshot.sections(edition.id()).stream().collect(Collectors.toMap(Section::id, section -> section));
        var pages = new ArrayList<Sitemap.Page>();
        for (StoryAddresses.Place place : snapshot.addresses(edition.id(), month, MOST)) {
            Section section = place.section() == null ? null : sections.get(place.section());
            String path = Places.story(edition, section, place.slug(), place.code());
            pages.add(new Sitemap.Page(places.whole(path), place.updatedAt(), List.of()));
        }
        return Sitemap.pages(pages);
    }

    /// The pages of the newsroom itself.
    byte[] pages(Edition edition) {
        return Sitemap.pages(snapshot.house().live(edition.id()).stream()
                .map(page -> new Sitemap.Page(
                        places.whole(OwnPages.path(edition, page.slug())),
                        Objects.requireNonNull(page.live()).at(),
                        List.of()))
                .toList());
    }

    String robots() {
        return Sitemap.robots(snapshot.editions().stream().map(Places::search).toList(), places.whole("/sitemap.xml"));
    }

    static String path(Edition edition, YearMonth month) {
        return "/" + edition.code() + "/sitemap-" + month + ".xml";
    }
}
