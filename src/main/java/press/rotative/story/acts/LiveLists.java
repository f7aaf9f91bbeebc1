package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_AWAITS;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;

import java.util.LinkedHashSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// The rows by which usable stories are found from their concepts, authors, pictures and from each other.
public final class LiveLists {
    private LiveLists() {}

    /// Takes a story out of all lists.
    static void remove(DSLContext sql, StoryId story) {
        long id = story.value();
        sql.deleteFrom(STORY_CONCEPT).where(STORY_CONCEPT.STORY_ID.eq(id)).execute();
        sql.deleteFrom(STORY_AUTHOR).where(STORY_AUTHOR.STORY_ID.eq(id)).execute();
        sql.deleteFrom(STORY_USE).where(STORY_USE.STORY_ID.eq(id)).execute();
        sql.deleteFrom(STORY_PICTURE).where(STORY_PICTURE.STORY_ID.eq(id)).execute();
        sql.deleteFrom(STORY_AWAITS).where(STORY_AWAITS.STORY_ID.eq(id)).execute();
    }

    /// Whatever is listed under the one concept is listed under the other, each story once.
    static void hand(DSLContext sql, ConceptId from, ConceptId to) {
        var already = STORY_CONCEPT.as("already");
        sql.insertInto(
                        STORY_CONCEPT,
                        STORY_CONCEPT.CONCEPT_ID,
                        STORY_CONCEPT.STORY_ID,
                        STORY_CONCEPT.EDITION_ID,
                        STORY_CONCEPT.PUBLISHED_AT)
                .select(sql.select(
                                DSL.inline(to.value()),
                                STORY_CONCEPT.STORY_ID,
                                STORY_CONCEPT.EDITION_ID,
                                STORY_CONCEPT.PUBLISHED_AT)
                        .from(STORY_CONCEPT)
                        .where(STORY_CONCEPT.CONCEPT_ID.eq(from.value()))
                        .andNotExists(sql.selectOne()
                                .from(already)
                                .where(already.STORY_ID.eq(STORY_CONCEPT.STORY_ID))
                                .and(already.CONCEPT_ID.eq(to.value()))))
                .execute();
        sql.deleteFrom(STORY_CONCEPT)
                .where(STORY_CONCEPT.CONCEPT_ID.eq(from.value()))
                .execute();
    }

    /// Puts the live content of a usable story into all lists.
    static void put(Transaction transaction, Story story, StoryContent content, long publishedAt) {
        DSLContext sql = transaction.sql();
        long id = story.id().value();
        long edition = story.edition().value();
        remove(sql, story.id());
        RowLocks.keep(
                sql,
                CONCEPT.ID,
                content.concepts().stream().map(ConceptId::value).toList());
        for (ConceptId concept : new ConceptMerges(sql).kept(content.concepts())) {
            sql.insertInto(STORY_CONCEPT)
                    .values(concept.value(), id, edition, publishedAt)
                    .execute();
        }
        var authors = new LinkedHashSet<AuthorId>();
        content.byline().forEach(each -> authors.add(each.author()));
        for (AuthorId author : authors) {
            sql.insertInto(STORY_AUTHOR)
                    .values(author.value(), id, edition, publishedAt)
                    .execute();
        }
        for (StoryId used : content.usedStories()) {
            sql.insertInto(STORY_USE).values(id, used.value()).execute();
        }
        for (PictureId picture : content.pictures()) {
            sql.insertInto(STORY_PICTURE).values(id, picture.value()).execute();
        }
        Pictures.show(transaction, content.pictures());
        var keys = new LinkedHashSet<String>();
        content.awaitedTitles().forEach(title -> keys.add(Texts.key(title)));
        for (String key : keys) {
            sql.insertInto(STORY_AWAITS).values(edition, key, id).execute();
        }
        sql.insertInto(STORY_HEADLINE)
                .values(edition, Texts.key(content.headline()), id)
                .onConflictDoNothing()
                .execute();
    }
}
