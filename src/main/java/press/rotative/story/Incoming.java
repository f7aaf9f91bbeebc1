package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_INCOMING;

import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;

/// What the wire inbox knows of each story that came through it. [IncomingList] lists them.
public final class Incoming {
    private static final int LONGEST_HOST = 200;

    private final DSLContext sql;

    public Incoming(DSLContext sql) {
        this.sql = sql;
    }

    /// @param at when it was imported, epoch milliseconds
    /// @param host where the capture came from: the host of its address, else the outlet it names; may be empty
    /// @param doubts how many nobody has settled
    /// @param captureDoubts how many of them are about the capture, not the text; null: not counted apart yet
    /// @param reason why it was discarded; null: it was not
    /// @param decidedBy row of `staff`: who took it in or discarded it; null: nobody
    public record Received(
            StoryId story,
            long at,
            String host,
            int doubts,
            @Nullable Integer captureDoubts,
            @Nullable String reason,
            @Nullable Long decidedBy,
            @Nullable Long decidedAt) {}

    /// Empty for a story that never waited in the inbox.
    public Optional<Received> find(StoryId story) {
        return sql.selectFrom(STORY_INCOMING)
                .where(STORY_INCOMING.STORY_ID.eq(story.value()))
                .fetchOptional(row -> new Received(
                        story,
                        row.getAt(),
                        row.getHost(),
                        row.getDoubts(),
                        row.getCaptureDoubts(),
                        row.getReason(),
                        row.getDecidedBy(),
                        row.getDecidedAt()));
    }

    /// A host as it is kept and asked for.
    public static String host(String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_HOST ? plain : plain.substring(0, LONGEST_HOST);
    }

    public static void receive(
            Transaction transaction,
            StoryId story,
            EditionId edition,
            @Nullable SectionId section,
            String host,
            DoubtCount.Doubts doubts) {
        transaction
                .sql()
                .insertInto(STORY_INCOMING)
                .set(STORY_INCOMING.STORY_ID, story.value())
                .set(STORY_INCOMING.STATE, Workflow.INCOMING.name())
                .set(STORY_INCOMING.EDITION_ID, edition.value())
                .set(STORY_INCOMING.SECTION_ID, section == null ? null : section.value())
                .set(STORY_INCOMING.AT, transaction.now().toEpochMilli())
                .set(STORY_INCOMING.HOST, host(host))
                .set(STORY_INCOMING.DOUBTS, doubts.all())
                .set(STORY_INCOMING.DOUBTFUL, doubts.all() > 0)
                .set(STORY_INCOMING.CAPTURE_DOUBTS, doubts.ofCapture())
                .execute();
        transaction.announce(new DoubtsCounted(story));
    }

    /// The lists say in which section the newest text stands, and how many doubts are left about it.
    public static void follow(Transaction transaction, StoryId story, StoryContent content) {
        SectionId section = content.section();
        transaction
                .sql()
                .update(STORY_INCOMING)
                .set(STORY_INCOMING.SECTION_ID, section == null ? null : section.value())
                .where(STORY_INCOMING.STORY_ID.eq(story.value()))
                .execute();
        transaction.announce(new TextChanged(story, content));
    }

    /// How many doubts are left.
    public static void putDoubts(Transaction transaction, StoryId story, DoubtCount.Doubts doubts) {
        transaction
                .sql()
                .update(STORY_INCOMING)
                .set(STORY_INCOMING.DOUBTS, doubts.all())
                .set(STORY_INCOMING.DOUBTFUL, doubts.all() > 0)
                .set(STORY_INCOMING.CAPTURE_DOUBTS, doubts.ofCapture())
                .where(STORY_INCOMING.STORY_ID.eq(story.value()))
                .execute();
        transaction.announce(new DoubtsCounted(story));
    }

    /// The story goes to another state of the workflow, and stands on no list or on that state's.
    ///
    /// @param reason why it is discarded; null: it is not
    public static void decide(
            Transaction transaction, Actor actor, StoryId story, Workflow state, @Nullable String reason) {
        transaction
                .sql()
                .update(STORY_INCOMING)
                .set(STORY_INCOMING.STATE, state.name())
                .set(STORY_INCOMING.REASON, reason)
                .set(STORY_INCOMING.DECIDED_BY, actor.staffId())
                .set(STORY_INCOMING.DECIDED_AT, transaction.now().toEpochMilli())
                .where(STORY_INCOMING.STORY_ID.eq(story.value()))
                .execute();
        Stories.putWorkflow(transaction, story, state);
    }
}
