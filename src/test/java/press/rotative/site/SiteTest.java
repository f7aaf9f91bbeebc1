package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.AUTHOR;
import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.CONCEPT_LABEL;
import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.SECTION;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.address.Addresses;
import press.rotative.address.Slug;
import press.rotative.media.FileBlobStore;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.media.darkroom.Format;
import press.rotative.platform.SqliteDatabase;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.search.Found;
import press.rotative.search.Question;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.Contribution;
import press.rotative.story.EditionId;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.StoryKind;
import press.rotative.story.Texts;

/// The whole site over a real database file, with and without its cache.
class SiteTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final URI PUBLIC = URI.create("https://lephare.example");

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final PublicNumber number = new PublicNumber();
    private SqliteDatabase database;
    private Site site;
    private Site fresh;
    private Darkroom darkroom;

    @BeforeEach
    void open() throws IOException {
        database = SqliteDatabase.open(folder.resolve("press.sqlite"), clock);
        var blobs = new FileBlobStore(folder.resolve("blobs"));
        byte[] pictureBytes = Files.readAllBytes(Path.of("src/main/sample/pictures/phare.jpg"));
        String digest = blobs.put(pictureBytes);
        act(transaction -> {
            DSLContext sql = transaction.sql();
            Addresses.prepare(sql, new SecureRandom());
            newsroom(sql);
            Addresses.claimPath(transaction, "/fr/port", new Subject(Subject.Kind.SECTION, 1));
            Addresses.claimPath(transaction, "/fr/author/maud-kervarn", new Subject(Subject.Kind.AUTHOR, 1));
            Addresses.claimPath(transaction, "/fr/topic/ferry", new Subject(Subject.Kind.CONCEPT, 1));
            var picture = Pictures.add(
                    transaction,
                    new NewPicture(
                            null, digest, pictureBytes.length, Format.JPEG, 2000, 1334, 1, PictureDescription.EMPTY),
                    PictureDescription.captioned("Le Goéland", "Agence Littoral", true));
            Pictures.show(transaction, List.of(picture));
            publish(transaction, 1, "Le ferry «Sterne» accoste", "Suite et fin");
        });
        darkroom = new Darkroom(folder.resolve("quarantine"));
        var renditions = new Renditions(folder, blobs, darkroom);
        site = Site.open(database, number, renditions, new NoIndex(), clock, PUBLIC);
        fresh = Site.fresh(database, renditions, new NoIndex(), clock, PUBLIC);
    }

    @AfterEach
    void close() {
        darkroom.close();
        database.close();
    }

    private static void newsroom(DSLContext sql) {
        sql.insertInto(EDITION)
                .set(EDITION.VERSION, 1)
                .set(EDITION.CODE, "fr")
                .set(EDITION.LANGUAGE, "fr")
                .set(EDITION.DIRECTION, "ltr")
                .set(EDITION.NAME, "Le Phare")
                .set(EDITION.TIME_ZONE, "Europe/Paris")
                .set(EDITION.POSITION, 1)
                .set(EDITION.SETTINGS, "{}")
                .set(EDITION.CREATED_AT, 0L)
                .execute();
        sql.insertInto(SECTION)
                .set(SECTION.VERSION, 1)
                .set(SECTION.EDITION_ID, 1L)
                .set(SECTION.SLUG, "port")
                .set(SECTION.NAME, "Port")
                .set(SECTION.POSITION, 1)
                .execute();
        sql.insertInto(AUTHOR)
                .set(AUTHOR.VERSION, 1)
                .set(AUTHOR.NAME, "Maud Kervarn")
                .set(AUTHOR.NAME_KEY, "maud kervarn")
                .set(AUTHOR.SLUG, "maud-kervarn")
                .execute();
        sql.insertInto(CONCEPT)
                .set(CONCEPT.VERSION, 1)
                .set(CONCEPT.KIND, "TOPIC")
                .set(CONCEPT.CREATED_AT, 0L)
                .execute();
        sql.insertInto(CONCEPT_LABEL)
                .set(CONCEPT_LABEL.CONCEPT_ID, 1L)
                .set(CONCEPT_LABEL.LANGUAGE, "fr")
                .set(CONCEPT_LABEL.LABEL, "Ferry")
                .set(CONCEPT_LABEL.LABEL_KEY, "ferry")
                .set(CONCEPT_LABEL.SLUG, "ferry")
                .execute();
    }

    private void publish(Transaction transaction, long id, String headline, String awaited) {
        DSLContext sql = transaction.sql();
        var story = new StoryId(id);
        String code = Addresses.claimCode(transaction, story.subject());
        var content = new StoryContent(
                StoryKind.ARTICLE,
                headline,
                "Un chapeau",
                new SectionId(1),
                List.of(new Contribution(new AuthorId(1), null)),
                null,
                Slug.from(headline),
                null,
                5,
                new PictureUse(new PictureId(1), null, null),
                List.of(new ConceptId(1)),
                new Body(List.of(Block.Paragraph.of("a", "Un mot rare."))),
                List.of(new Related(null, awaited)),
                null,
                List.of(),
                null,
                null,
                null);
        long at = NOON.minusSeconds(1000 - id).toEpochMilli();
        sql.insertInto(STORY)
                .set(STORY.URI, "urn:story:" + id)
                .set(STORY.EDITION_ID, 1L)
                .set(STORY.CODE, code)
                .set(STORY.SLUG, content.slug())
                .set(STORY.WORKFLOW, "PUBLISHED")
                .set(STORY.PUB_STATUS, "USABLE")
                .set(STORY.LIVE_VERSION, 1)
                .set(STORY.TEXT_VERSION, 1)
                .set(STORY.LAST_VERSION, 1)
                .set(STORY.SECTION_ID, 1L)
                .set(STORY.PUBLISHED_AT, at)
                .set(STORY.UPDATED_AT, at)
                .set(STORY.NOTICE_TITLED, false)
                .set(STORY.CREATED_AT, at)
                .execute();
        sql.insertInto(STORY_VERSION)
                .set(STORY_VERSION.STORY_ID, id)
                .set(STORY_VERSION.VERSION, 1)
                .set(STORY_VERSION.AT, at)
                .set(STORY_VERSION.ACTOR_ID, 1L)
                .set(STORY_VERSION.ACT, "PUBLISHED")
                .set(STORY_VERSION.CONTENT, StoryJson.write(content))
                .set(STORY_VERSION.DIGEST, content.digest())
                .execute();
        sql.insertInto(STORY_CONCEPT).values(1L, id, 1L, at).execute();
        sql.insertInto(STORY_AUTHOR).values(1L, id, 1L, at).execute();
        sql.insertInto(STORY_PICTURE).values(id, 1L).execute();
        sql.insertInto(STORY_HEADLINE).values(1L, Texts.key(headline), id).execute();
        log(transaction, PublicAct.PUBLISHED, story);
    }

    private static void log(Transaction transaction, PublicAct act, StoryId story) {
        PublicationLog.append(
                transaction,
                act,
                story.subject(),
                1,
                1,
                null,
                null,
                Set.of(story.subject(), new EditionId(1).subject()));
    }

    private void act(java.util.function.Consumer<Transaction> work) {
        long seq = database.write(transaction -> {
            work.accept(transaction);
            return new PublicationLog(transaction.sql()).number();
        });
        number.raise(seq);
    }

    private String code(long id) {
        return database.read(
                sql -> new Addresses(sql).codeOf(new StoryId(id).subject()).orElseThrow());
    }

    private String path() {
        return "/fr/port/le-ferry-sterne-accoste-" + code(1);
    }

    @Test
    void every_kind_of_page_is_answered_from_the_tables() {
        for (String address : new String[] {
            "/fr/",
            "/fr/port",
            path(),
            "/fr/topic/ferry",
            "/fr/author/maud-kervarn",
            "/fr/corrections",
            "/fr/search?q=ferry",
            "/fr/rss.xml",
            "/fr/atom.xml",
            "/fr/feed.json",
            "/sitemap.xml",
            "/fr/sitemap-2026-11.xml",
            "/robots.txt",
            "/" + code(1) + "+"
        }) {
            SiteAnswer answer = site.answer(SiteRequest.get(address));
            assertEquals(200, answer.status(), address);
            assertArrayEquals(fresh.answer(SiteRequest.get(address)).body(), answer.body(), address);
        }
        assertEquals(301, site.answer(SiteRequest.get("/" + code(1))).status());
        assertEquals(
                "Le ferry «\u202fSterne\u202f» accoste",
                Jsoup.parse(site.answer(SiteRequest.get(path())).text())
                        .selectFirst("h1")
                        .wholeText());
        assertTrue(
                site.answer(SiteRequest.get("/fr/sitemap-2026-11.xml")).text().contains(path()));
    }

    @Test
    void an_act_is_seen_on_every_page_when_its_number_is_raised() {
        assertEquals(200, site.answer(SiteRequest.get("/fr/")).status());
        site.answer(SiteRequest.get(path()));
        assertTrue(Jsoup.parse(site.answer(SiteRequest.get(path())).text())
                .select(".also a")
                .isEmpty());
        act(transaction -> publish(transaction, 2, "Suite et fin", "Rien"));
        assertTrue(site.answer(SiteRequest.get("/fr/")).text().contains("Suite et fin"));
        assertTrue(site.answer(SiteRequest.get("/fr/rss.xml")).text().contains("Suite et fin"));
        assertEquals(
                1,
                Jsoup.parse(site.answer(SiteRequest.get(path())).text())
                        .select(".also a")
                        .size());
    }

    @Test
    void a_killed_story_leaves_every_page_and_its_picture_with_it() throws IOException {
        String path = path();
        String picture = "/pictures/1/800.jpg";
        SiteAnswer shown = site.answer(SiteRequest.get(picture));
        assertEquals(800, ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth());
        assertEquals("public, max-age=3600", shown.headers().get("Cache-Control"));
        assertEquals(200, site.answer(SiteRequest.get(path)).status());
        act(transaction -> {
            DSLContext sql = transaction.sql();
            sql.update(STORY)
                    .set(STORY.PUB_STATUS, "CANCELED")
                    .set(STORY.NOTICE, "Document faux.")
                    .set(STORY.WITHDRAWN_AT, NOON.toEpochMilli())
                    .execute();
            sql.deleteFrom(STORY_CONCEPT).execute();
            sql.deleteFrom(STORY_AUTHOR).execute();
            log(transaction, PublicAct.KILLED, new StoryId(1));
        });
        SiteAnswer notice = site.answer(SiteRequest.get(path));
        assertEquals(410, notice.status());
        assertTrue(notice.text().contains("Document faux."));
        for (String address : new String[] {
            path, "/fr/", "/fr/port", "/fr/rss.xml", "/fr/feed.json", "/fr/sitemap-2026-11.xml", "/fr/topic/ferry"
        }) {
            assertFalse(site.answer(SiteRequest.get(address)).text().contains("Sterne"), address);
        }
        assertEquals(410, site.answer(SiteRequest.get(picture)).status());
        assertEquals(404, site.answer(SiteRequest.get("/pictures/9/800.jpg")).status());
    }

    @Test
    void corrections_stand_under_the_story_and_on_their_page() {
        act(transaction -> {
            DSLContext sql = transaction.sql();
            sql.insertInto(STORY_VERSION)
                    .select(sql.select(
                                    STORY_VERSION.STORY_ID,
                                    org.jooq.impl.DSL.inline(2),
                                    STORY_VERSION.AT.plus(60_000),
                                    STORY_VERSION.ACTOR_ID,
                                    org.jooq.impl.DSL.inline("CORRECTED"),
                                    org.jooq.impl.DSL.inline("Il mesure 48 m."),
                                    STORY_VERSION.CONTENT,
                                    STORY_VERSION.DIGEST,
                                    STORY_VERSION.DESTROYED_AT,
                                    STORY_VERSION.CLOSED_AT)
                            .from(STORY_VERSION))
                    .execute();
            sql.update(STORY)
                    .set(STORY.LIVE_VERSION, 2)
                    .set(STORY.TEXT_VERSION, 2)
                    .set(STORY.UPDATED_AT, STORY.UPDATED_AT.plus(60_000))
                    .execute();
            sql.insertInto(STORY_CORRECTION)
                    .values(1L, 2, 1L, NOON.toEpochMilli(), "Il mesure 48 m.")
                    .execute();
            log(transaction, PublicAct.CORRECTED, new StoryId(1));
        });
        String story = site.answer(SiteRequest.get(path())).text();
        assertTrue(story.contains("Il mesure 48\u00a0m."));
        assertTrue(story.contains("CorrectionComment"));
        assertTrue(site.answer(SiteRequest.get("/fr/corrections")).text().contains("Il mesure 48\u00a0m."));
    }

    /// An index that has followed nothing.
    private static final class NoIndex extends Finder.None {
        @Override
        public Found find(Question question) {
            return new Found(0, 1, false, null, List.of(new Found.Hit(new StoryId(1), "0.0.1")), List.of(), List.of());
        }
    }
}
