package press.rotative.story.archive;

import static press.rotative.platform.db.Tables.CONCEPT;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_AWAITS;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.LinkedHashSet;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.RowBatch;
import press.rotative.platform.RowLocks;
import press.rotative.platform.RowNumbers;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;
import press.rotative.story.Contribution;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryUri;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.Workflow;

/// The rows of an archive's stories, table by table: those that [Stories], [GoLive] and [LiveLists] write for one.
final class ArchiveRows {
    private final Transaction transaction;
    private final DSLContext sql;
    private final Actor actor;
    private final List<ArchiveStory> stories;
    private final long now;

    ArchiveRows(Transaction transaction, Actor actor, List<ArchiveStory> stories) {
        this.transaction = transaction;
        this.sql = transaction.sql();
        this.actor = actor;
        this.stories = stories;
        this.now = transaction.now().toEpochMilli();
    }

    /// Takes a number for each, in their order.
    List<StoryId> numbers() {
        return RowNumbers.take(transaction, STORY.ID, stories.size()).stream()
                .map(StoryId::new)
                .toList();
    }

    void insertStories(List<StoryId> ids, List<String> codes, ArchiveReferences named) {
        var rows = new RowBatch();
        for (int i = 0; i < stories.size(); i++) {
            ArchiveStory story = stories.get(i);
            SectionId section = story.content().section();
            TranslatedFrom original = story.content().translatedFrom();
            rows.add(
                    ids.get(i).value(),
                    StoryUri.ofArchive(transaction.now()),
                    story.edition().value(),
                    named.family(ids.get(i), story),
                    codes.get(i),
                    Workflow.PUBLISHED.name(),
                    PubStatus.USABLE.name(),
                    1,
                    1,
                    1,
                    original == null ? null : original.story().value(),
                    original == null ? null : original.version(),
                    section == null ? null : section.value(),
                    story.content().kind().name(),
                    publishedAt(story),
                    now,
                    story.headlineKey(),
                    story.content().slug(),
                    false,
                    story.origin(),
                    now,
                    now,
                    section == null ? null : section.value());
        }
        rows.insert(
                sql,
                STORY,
                STORY.ID,
                STORY.URI,
                STORY.EDITION_ID,
                STORY.FAMILY_ID,
                STORY.CODE,
                STORY.WORKFLOW,
                STORY.PUB_STATUS,
                STORY.LIVE_VERSION,
                STORY.LAST_VERSION,
                STORY.TEXT_VERSION,
                STORY.TRANSLATED_FROM_ID,
                STORY.TRANSLATED_VERSION,
                STORY.SECTION_ID,
                STORY.KIND,
                STORY.PUBLISHED_AT,
                STORY.UPDATED_AT,
                STORY.HEADLINE_KEY,
                STORY.SLUG,
                STORY.NOTICE_TITLED,
                STORY.ORIGIN,
                STORY.CREATED_AT,
                STORY.TOUCHED_AT,
                STORY.DESK_SECTION_ID);
    }

    private long publishedAt(ArchiveStory story) {
        Long told = story.content().publishedAt();
        return told == null ? now : Math.min(told, now);
    }

    void insertVersions(List<StoryId> ids) {
        var rows = new RowBatch();
        for (int i = 0; i < stories.size(); i++) {
            ArchiveStory story = stories.get(i);
            rows.add(
                    ids.get(i).value(),
                    1,
                    now,
                    actor.staffId(),
                    PublicAct.PUBLISHED.name(),
                    story.json(),
                    story.digest());
        }
        rows.insert(
                sql,
                STORY_VERSION,
                STORY_VERSION.STORY_ID,
                STORY_VERSION.VERSION,
                STORY_VERSION.AT,
                STORY_VERSION.ACTOR_ID,
                STORY_VERSION.ACT,
                STORY_VERSION.CONTENT,
                STORY_VERSION.DIGEST);
    }

    void insertLists(List<StoryId> ids) {
        var concepts = new RowBatch();
        List<ConceptId> named = stories.stream()
                .flatMap(story -> story.content().concepts().stream())
                .distinct()
                .toList();
        RowLocks.keep(sql, CONCEPT.ID, named.stream().map(ConceptId::value).toList());
        var merges = new ConceptMerges(sql);
        merges.learn(named);
        var authors = new RowBatch();
        var used = new RowBatch();
        var pictures = new RowBatch();
        var awaited = new RowBatch();
        var headlines = new RowBatch();
        var shown = new LinkedHashSet<PictureId>();
        for (int i = 0; i < stories.size(); i++) {
            ArchiveStory story = stories.get(i);
            StoryContent content = story.content();
            long id = ids.get(i).value();
            long edition = story.edition().value();
            long at = publishedAt(story);
            merges.kept(content.concepts()).forEach(each -> concepts.add(each.value(), id, edition, at));
            content.byline().stream()
                    .map(Contribution::author)
                    .distinct()
                    .forEach(each -> authors.add(each.value(), id, edition, at));
            content.usedStories().forEach(each -> used.add(id, each.value()));
            content.pictures().forEach(each -> pictures.add(id, each.value()));
            shown.addAll(content.pictures());
            story.awaitedKeys().forEach(key -> awaited.add(edition, key, id));
            headlines.add(edition, story.headlineKey(), id);
        }
        concepts.sort(0, 2, 3, 1);
        authors.sort(0, 2, 3, 1);
        headlines.sort(0, 1, 2);
        concepts.insert(
                sql,
                STORY_CONCEPT,
                STORY_CONCEPT.CONCEPT_ID,
                STORY_CONCEPT.STORY_ID,
                STORY_CONCEPT.EDITION_ID,
                STORY_CONCEPT.PUBLISHED_AT);
        authors.insert(
                sql,
                STORY_AUTHOR,
                STORY_AUTHOR.AUTHOR_ID,
                STORY_AUTHOR.STORY_ID,
                STORY_AUTHOR.EDITION_ID,
                STORY_AUTHOR.PUBLISHED_AT);
        used.insert(sql, STORY_USE, STORY_USE.STORY_ID, STORY_USE.USED_ID);
        pictures.insert(sql, STORY_PICTURE, STORY_PICTURE.STORY_ID, STORY_PICTURE.PICTURE_ID);
        awaited.insert(sql, STORY_AWAITS, STORY_AWAITS.EDITION_ID, STORY_AWAITS.HEADLINE_KEY, STORY_AWAITS.STORY_ID);
        headlines.insert(
                sql, STORY_HEADLINE, STORY_HEADLINE.EDITION_ID, STORY_HEADLINE.HEADLINE_KEY, STORY_HEADLINE.STORY_ID);
        Pictures.show(transaction, shown);
    }
}
