package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_DRAFT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.address.Slug;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Families;
import press.rotative.story.ListAddresses;
import press.rotative.story.PubStatus;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;
import press.rotative.story.Workflow;

/// The step that all acts which make a content public share: code, version, lists, log row.
public final class GoLive {
    private GoLive() {}

    /// @param note public note of a correction or update
    /// @return the new version
    static int with(
            Transaction transaction,
            Actor actor,
            Story story,
            StoryContent content,
            PublicAct act,
            @Nullable String note) {
        DSLContext sql = transaction.sql();
        Set<Subject> touched = new HashSet<>(Reach.of(sql, story.id()));
        String code = Addresses.claimCode(transaction, story.id().subject());
        StoryContent whole = content.slug() == null ? content.withSlug(slug(sql, story, content)) : content;
        if (stands(sql, story, whole)) {
            touched.addAll(Reach.ofAlert(sql, story.id()));
        }
        String json = StoryJson.write(whole);
        String digest = Digest.of(json);
        int version = story.lastVersion() + 1;
        long now = transaction.now().toEpochMilli();
        long publishedAt = story.publishedAt() != null
                ? story.publishedAt()
                : whole.publishedAt() != null ? Math.min(whole.publishedAt(), now) : now;
        Stories.putVersion(transaction, actor, story.id(), version, act.name(), note, json, digest);
        boolean usable = story.pubStatus() != PubStatus.WITHHELD;
        sql.update(STORY)
                .set(STORY.CODE, code)
                .set(STORY.PUB_STATUS, usable ? PubStatus.USABLE.name() : PubStatus.WITHHELD.name())
                .set(STORY.LIVE_VERSION, version)
                .set(STORY.LAST_VERSION, version)
                .set(STORY.TEXT_VERSION, act.rewords() ? Integer.valueOf(version) : story.textVersion())
                .set(
                        STORY.SECTION_ID,
                        whole.section() == null ? null : whole.section().value())
                .set(STORY.KIND, whole.kind().name())
                .set(STORY.PUBLISHED_AT, publishedAt)
                .set(STORY.UPDATED_AT, act.ties() ? story.updatedAt() : Long.valueOf(now))
                .set(STORY.HEADLINE_KEY, Texts.key(whole.headline()))
                .set(STORY.SLUG, whole.slug())
                .where(STORY.ID.eq(story.id().value()))
                .execute();
        Families.place(transaction, actor, story.id(), whole.translatedFrom());
        List<PublicationLog.Entry> entries = new ArrayList<>(ListAddresses.claim(transaction, story.edition(), whole));
        if (usable) {
            LiveLists.put(transaction, story, whole, publishedAt);
        }
        if (act == PublicAct.CORRECTED && note != null) {
            sql.insertInto(STORY_CORRECTION)
                    .values(story.id().value(), version, story.edition().value(), now, note)
                    .execute();
        }
        if (!sql.fetchExists(STORY_DRAFT, STORY_DRAFT.STORY_ID.eq(story.id().value()))) {
            standAsPublished(transaction, story.id(), whole);
        }
        Stories.touch(transaction, story.id());
        touched.addAll(Reach.of(sql, story.id()));
        entries.add(new PublicationLog.Entry(act, story.id().subject(), version, note, digest, touched));
        PublicationLog.appendAll(transaction, actor.staffId(), entries);
        return version;
    }

    /// Whether it comes to stand somewhere: where the public did not find it before.
    private static boolean stands(DSLContext sql, Story story, StoryContent whole) {
        return story.pubStatus() != PubStatus.USABLE
                || !Objects.equals(story.section(), whole.section())
                || !Objects.equals(
                        new Stories(sql)
                                .liveContent(story)
                                .map(StoryContent::slug)
                                .orElse(null),
                        whole.slug());
    }

    /// On the desk's lists, where no draft says otherwise.
    private static void standAsPublished(Transaction transaction, StoryId story, StoryContent live) {
        Families.note(transaction, story, live.translatedFrom());
        transaction
                .sql()
                .update(STORY)
                .set(STORY.DESK_SECTION_ID, STORY.SECTION_ID)
                .setNull(STORY.DESK_KEY)
                .where(STORY.ID.eq(story.value()))
                .execute();
    }

    /// A new headline does not move a story: its address stays until somebody changes the slug.
    private static String slug(DSLContext sql, Story story, StoryContent content) {
        return new Stories(sql)
                .liveContent(story)
                .map(StoryContent::slug)
                .orElseGet(() -> Slug.from(content.headline()));
    }

    /// The draft has become the live version.
    static void dropDraft(Transaction transaction, StoryId story, StoryContent live) {
        transaction
                .sql()
                .deleteFrom(STORY_DRAFT)
                .where(STORY_DRAFT.STORY_ID.eq(story.value()))
                .execute();
        transaction
                .sql()
                .update(STORY)
                .set(STORY.WORKFLOW, Workflow.PUBLISHED.name())
                .where(STORY.ID.eq(story.value()))
                .execute();
        standAsPublished(transaction, story, live);
        Stories.touch(transaction, story);
    }
}
