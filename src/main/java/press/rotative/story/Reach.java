package press.rotative.story;

import static press.rotative.platform.db.Tables.ALERT;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_AWAITS;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.media.PictureId;
import press.rotative.publication.Subject;

/// How far an act reaches: whose pages it may change, over-complete. Asked before and after the change, and joined.
public final class Reach {
    private static final int ASKED_AT_ONCE = 500;

    private Reach() {}

    /// The story, its lists, everything that shows it or waits for its title, its translations, its pictures.
    public static Set<Subject> of(DSLContext sql, StoryId id) {
        return of(sql, List.of(id.value()));
    }

    /// The same where it leaves the public, comes back or moves: every page then, while an alert leads to it.
    public static Set<Subject> ofStanding(DSLContext sql, StoryId id) {
        var reach = new HashSet<>(of(sql, id));
        reach.addAll(ofAlert(sql, id));
        return reach;
    }

    /// All pages of the edition whose alert leads to a story; they show no word of it, but whether it is there, and
    /// where.
    public static Set<Subject> ofAlert(DSLContext sql, StoryId id) {
        return sql.select(ALERT.EDITION_ID)
                .from(ALERT)
                .where(ALERT.STORY_ID.eq(id.value()))
                .fetchSet(row -> new Subject(Subject.Kind.WHOLE_EDITION, row.value1()));
    }

    /// The same of many stories, asked for together.
    private static Set<Subject> of(DSLContext sql, List<Long> ids) {
        var reach = new HashSet<Subject>();
        for (int i = 0; i < ids.size(); i += ASKED_AT_ONCE) {
            add(sql, ids.subList(i, Math.min(ids.size(), i + ASKED_AT_ONCE)), reach);
        }
        return reach;
    }

    private static void add(DSLContext sql, List<Long> ids, Set<Subject> reach) {
        var families = new HashSet<Long>();
        sql.select(STORY.ID, STORY.EDITION_ID, STORY.SECTION_ID, STORY.FAMILY_ID)
                .from(STORY)
                .where(STORY.ID.in(ids))
                .forEach(row -> {
                    reach.add(new Subject(Subject.Kind.STORY, row.value1()));
                    reach.add(new EditionId(row.value2()).subject());
                    if (row.value3() != null) {
                        reach.add(new SectionId(row.value3()).subject());
                    }
                    families.add(row.value4());
                });
        sql.selectDistinct(STORY_CONCEPT.CONCEPT_ID)
                .from(STORY_CONCEPT)
                .where(STORY_CONCEPT.STORY_ID.in(ids))
                .forEach(row -> reach.add(new Subject(Subject.Kind.CONCEPT, row.value1())));
        sql.selectDistinct(STORY_AUTHOR.AUTHOR_ID)
                .from(STORY_AUTHOR)
                .where(STORY_AUTHOR.STORY_ID.in(ids))
                .forEach(row -> reach.add(new Subject(Subject.Kind.AUTHOR, row.value1())));
        sql.selectDistinct(STORY_PICTURE.PICTURE_ID)
                .from(STORY_PICTURE)
                .where(STORY_PICTURE.STORY_ID.in(ids))
                .forEach(row -> reach.add(new Subject(Subject.Kind.PICTURE, row.value1())));
        addStories(
                sql,
                reach,
                sql.selectDistinct(STORY_USE.STORY_ID)
                        .from(STORY_USE)
                        .where(STORY_USE.USED_ID.in(ids))
                        .fetch(STORY_USE.STORY_ID));
        addStories(
                sql,
                reach,
                sql.select(STORY.ID)
                        .from(STORY)
                        .where(STORY.FAMILY_ID.in(families))
                        .fetch(STORY.ID));
        addStories(
                sql,
                reach,
                sql.selectDistinct(STORY_AWAITS.STORY_ID)
                        .from(STORY_AWAITS)
                        .join(STORY_HEADLINE)
                        .on(STORY_HEADLINE.EDITION_ID.eq(STORY_AWAITS.EDITION_ID))
                        .and(STORY_HEADLINE.HEADLINE_KEY.eq(STORY_AWAITS.HEADLINE_KEY))
                        .where(STORY_HEADLINE.STORY_ID.in(ids))
                        .fetch(STORY_AWAITS.STORY_ID));
    }

    /// With their editions, whose feeds print whole stories with all that these show.
    private static void addStories(DSLContext sql, Set<Subject> reach, List<Long> ids) {
        for (int i = 0; i < ids.size(); i += ASKED_AT_ONCE) {
            List<Long> some = ids.subList(i, Math.min(ids.size(), i + ASKED_AT_ONCE));
            some.forEach(each -> reach.add(new Subject(Subject.Kind.STORY, each)));
            sql.selectDistinct(STORY.EDITION_ID)
                    .from(STORY)
                    .where(STORY.ID.in(some))
                    .forEach(row -> reach.add(new EditionId(row.value1()).subject()));
        }
    }

    /// Every page of every edition.
    public static Set<Subject> ofAllEditions(DSLContext sql) {
        var reach = new HashSet<Subject>();
        for (Edition edition : new Editions(sql).all()) {
            reach.add(edition.id().subject());
            reach.add(new Subject(Subject.Kind.WHOLE_EDITION, edition.id().value()));
        }
        return reach;
    }

    /// A concept's label stands on the pages of its stories, in search and on its own page.
    public static Set<Subject> ofConcept(DSLContext sql, ConceptId concept) {
        var reach = new HashSet<>(ofAllEditions(sql));
        reach.add(concept.subject());
        return reach;
    }

    /// A picture's credit stands wherever a story that shows it is shown.
    public static Set<Subject> ofPicture(DSLContext sql, PictureId picture) {
        Set<Subject> reach = of(
                sql,
                sql.select(STORY_PICTURE.STORY_ID)
                        .from(STORY_PICTURE)
                        .where(STORY_PICTURE.PICTURE_ID.eq(picture.value()))
                        .fetch(STORY_PICTURE.STORY_ID));
        reach.add(picture.subject());
        return reach;
    }
}
