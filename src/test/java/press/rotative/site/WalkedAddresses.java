package press.rotative.site;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.ADDRESS_PATH;
import static press.rotative.platform.db.Tables.HOUSE_FILE;

import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import press.rotative.Press;
import press.rotative.media.Pictures;
import press.rotative.media.Rendition;
import press.rotative.media.Shape;
import press.rotative.media.darkroom.Format;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.Newsstand;

/// Every address that a walk asks for: those an edition has from its first day, and those that its acts claimed.
final class WalkedAddresses {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final List<Format> PICTURES = List.of(Format.JPEG, Format.WEBP, Format.AVIF);

    private final Press press;
    private final Site site;
    private final URI publicAddress;
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> answered = new TreeSet<>();

    WalkedAddresses(Press press, Site site, Assets assets, URI publicAddress) {
        this.press = press;
        this.site = site;
        this.publicAddress = publicAddress;
        all.addAll(List.of("/", "/sitemap.xml", "/robots.txt", assets.style()));
    }

    Collection<String> all() {
        return Collections.unmodifiableSet(all);
    }

    private void edition(String code) {
        Stream.of(
                        "/",
                        "/port",
                        "/ville",
                        "/rss.xml",
                        "/atom.xml",
                        "/feed.json",
                        "/corrections",
                        "/corrections/atom.xml",
                        "/archive",
                        "/sitemap-2026-11.xml",
                        "/sitemap-pages.xml",
                        "/search?q=texte",
                        "/search?q=titre+-rien&order=date&kind=brief",
                        "/search?q=mot*&concept=1&from=2026-11-01",
                        "/search?q=txete",
                        "/search?q=titre+nullepart",
                        "/search?section=1&author=2",
                        "/search",
                        "/suggest?q=ti",
                        "/suggest?q=mot",
                        "/suggest?q=sujet")
                .forEach(path -> all.add("/" + code + path));
        var day = press.clock().instant().atZone(ZONE).toLocalDate();
        String archive = "/" + code + "/archive/" + day.getYear();
        all.add(archive);
        archive += "/%02d".formatted(day.getMonthValue());
        all.add(archive);
        all.add(archive + "/%02d".formatted(day.getDayOfMonth()));
    }

    /// Every path ever claimed with its feed, every story by its code, its short link and preview, every picture in
    /// every shape and format, today's archive.
    void learn() {
        press.database().read(sql -> {
            new Newsstand(sql).editions().stream().map(Edition::code).forEach(this::edition);
            sql.fetch(ADDRESS_PATH).forEach(row -> {
                all.add(row.getPath());
                all.add(row.getPath() + "/rss.xml");
            });
            sql.fetch(HOUSE_FILE).forEach(row -> all.add("/assets/" + row.getName()));
            sql.fetch(ADDRESS_CODE, ADDRESS_CODE.CODE.isNotNull()).forEach(row -> {
                String code = row.getCode();
                all.add("/" + code);
                all.add("/" + code + "+");
                all.add("/fr/port/x-" + code + "/versions/2");
                all.add("/fr/port/x-" + code + "/versions/3");
            });
            new Pictures(sql).after(0, 1000).forEach(picture -> {
                for (Shape shape : Shape.values()) {
                    for (Rendition size : Rendition.of(picture, shape)) {
                        PICTURES.forEach(format -> all.add(Places.picture(picture.id(), size, format)));
                    }
                }
            });
            return true;
        });
        for (String address : List.copyOf(all)) {
            String location = ask(address).headers().get("Location");
            if (location != null && location.startsWith(publicAddress.toString())) {
                all.add(location.substring(publicAddress.toString().length()));
            } else if (location != null && location.startsWith("/")) {
                all.add(location);
            }
        }
    }

    SiteAnswer ask(String address) {
        SiteAnswer answer = site.answer(SiteRequest.get(address));
        if (answer.status() < 400 && known.add(address)) {
            answered.addAll(kinds(address));
        } else if (answer.status() == 410) {
            answered.add("gone");
        }
        return answer;
    }

    /// Pictures are compared by what they answer, not by their bytes, which change when a better format is ready.
    static boolean isPicture(String address) {
        return address.startsWith("/pictures/");
    }

    /// The kinds of addresses that never answered.
    Set<String> neverAnswered() {
        var missing = new TreeSet<>(every());
        missing.removeAll(answered);
        return missing;
    }

    /// Every kind of address there is, by what the program knows of them.
    private static Set<String> every() {
        var every = new TreeSet<String>();
        for (Class<?> route : Route.class.getPermittedSubclasses()) {
            every.add(route.getSimpleName());
        }
        for (Class<?> period : ArchivePeriod.class.getPermittedSubclasses()) {
            every.add("Archive " + period.getSimpleName());
        }
        for (Route.FeedFormat format : Route.FeedFormat.values()) {
            every.add("FeedOf " + format);
        }
        for (Shape shape : Shape.values()) {
            PICTURES.forEach(format -> every.add("PictureFile " + shape + " " + format));
        }
        Arrays.stream(Subject.Kind.values())
                .filter(WalkedAddresses::hasPages)
                .forEach(kind -> every.add("Page of " + kind));
        every.add("gone");
        return every;
    }

    private static boolean hasPages(Subject.Kind kind) {
        return switch (kind) {
            case STORY, SECTION, CONCEPT, AUTHOR, OWN_PAGE -> true;
            case EDITION, WHOLE_EDITION, PICTURE, SETTING -> false; // they have routes of their own
        };
    }

    private List<String> kinds(String address) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        Route route = Route.of(path, mark < 0 ? null : address.substring(mark + 1));
        String kind = route.getClass().getSimpleName();
        return switch (route) {
            case Route.Archive archive ->
                List.of(kind, "Archive " + archive.period().getClass().getSimpleName());
            case Route.FeedOf feed -> List.of(kind, "FeedOf " + feed.format());
            case Route.PictureFile picture -> List.of(kind, "PictureFile " + picture.shape() + " " + picture.format());
            case Route.Page page -> List.of(kind, "Page of " + subject(page.path()));
            case Route.Root root -> List.of(kind);
            case Route.Robots robots -> List.of(kind);
            case Route.SitemapIndex index -> List.of(kind);
            case Route.Front front -> List.of(kind);
            case Route.Search search -> List.of(kind);
            case Route.Suggest suggest -> List.of(kind);
            case Route.CorrectionList corrections -> List.of(kind);
            case Route.SitemapMonth month -> List.of(kind);
            case Route.SitemapPages pages -> List.of(kind);
            case Route.Short shortLink -> List.of(kind);
            case Route.VersionOf version -> List.of(kind);
            case Route.Asset asset -> List.of(kind);
        };
    }

    private String subject(String path) {
        return press.database().read(sql -> sql.select(ADDRESS_PATH.SUBJECT_KIND)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.PATH.eq(path))
                .fetchOptional(ADDRESS_PATH.SUBJECT_KIND)
                .orElse(Subject.Kind.STORY.name()));
    }
}
