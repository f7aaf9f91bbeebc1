package press.rotative;

import static press.rotative.platform.db.Tables.PUBLICATION;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.db.tables.records.StoryRecord;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Subject;
import press.rotative.story.PubStatus;

/// Public notes and notices against the digests that the log covers, and the list of corrections against the notes. The
/// notes of destroyed versions are destroyed with them.
final class NoteInspection {
    private NoteInspection() {}

    /// Each version's note is the one of the act that made it.
    static void versions(DSLContext sql, Consumer<String> found) {
        sql.select(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION, STORY_VERSION.NOTE, PUBLICATION.NOTE_DIGEST)
                .from(STORY_VERSION)
                .join(PUBLICATION)
                .on(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(PUBLICATION.SUBJECT_ID.eq(STORY_VERSION.STORY_ID))
                .and(PUBLICATION.VERSION.eq(STORY_VERSION.VERSION))
                .and(PUBLICATION.ACT.eq(STORY_VERSION.ACT))
                .where(STORY_VERSION.DESTROYED_AT.isNull())
                .and(STORY_VERSION.NOTE.isNotNull().or(PUBLICATION.NOTE_DIGEST.isNotNull()))
                .fetchLazy()
                .forEach(row -> {
                    if (!Objects.equals(digest(row.value3()), row.value4())) {
                        found.accept("The public note of version " + row.value2() + " of story " + row.value1()
                                + " is not the one that the log covers.");
                    }
                });
        corrections(sql, found);
    }

    private static void corrections(DSLContext sql, Consumer<String> found) {
        sql.select(STORY_CORRECTION.STORY_ID, STORY_CORRECTION.VERSION)
                .from(STORY_CORRECTION)
                .leftJoin(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY_CORRECTION.STORY_ID))
                .and(STORY_VERSION.VERSION.eq(STORY_CORRECTION.VERSION))
                .where(STORY_VERSION.NOTE.isNull().or(STORY_VERSION.NOTE.ne(STORY_CORRECTION.NOTE)))
                .limit(Inspection.MOST_FINDINGS)
                .forEach(row -> found.accept("The list of corrections says something else than version " + row.value2()
                        + " of story " + row.value1() + "."));
        sql.select(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION)
                .from(STORY_VERSION)
                .leftJoin(STORY_CORRECTION)
                .on(STORY_CORRECTION.STORY_ID.eq(STORY_VERSION.STORY_ID))
                .and(STORY_CORRECTION.VERSION.eq(STORY_VERSION.VERSION))
                .where(STORY_VERSION.ACT.eq(PublicAct.CORRECTED.name()))
                .and(STORY_VERSION.NOTE.isNotNull())
                .and(STORY_CORRECTION.NOTE.isNull())
                .limit(Inspection.MOST_FINDINGS)
                .forEach(row -> found.accept("The correction in version " + row.value2() + " of story " + row.value1()
                        + " is missing from the list of corrections."));
    }

    /// The last act that took a story away from the public.
    record Withdrawal(PublicAct act, @Nullable String noteDigest) {}

    /// @return by story
    static Map<Long, Withdrawal> notices(DSLContext sql, Collection<Long> ids) {
        var last = new HashMap<Long, Withdrawal>();
        sql.select(PUBLICATION.SUBJECT_ID, PUBLICATION.ACT, PUBLICATION.NOTE_DIGEST)
                .from(PUBLICATION)
                .where(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(PUBLICATION.SUBJECT_ID.in(ids))
                .and(PUBLICATION.ACT.in(
                        List.of(PublicAct.WITHHELD.name(), PublicAct.EXPIRED.name(), PublicAct.KILLED.name())))
                .orderBy(PUBLICATION.SEQ)
                .forEach(row -> last.put(row.value1(), new Withdrawal(PublicAct.valueOf(row.value2()), row.value3())));
        return last;
    }

    static void notice(StoryRecord story, @Nullable Withdrawal last, Consumer<String> found) {
        if (story.getPubStatus() == null) {
            return;
        }
        switch (PubStatus.valueOf(story.getPubStatus())) {
            case USABLE -> {
                if (last != null && last.act() == PublicAct.KILLED) {
                    found.accept("Story " + story.getId() + " is public, but the log says that it was killed.");
                }
            }
            case WITHHELD ->
                withdrawn(story, last, story.getExpiredAt() == null ? PublicAct.WITHHELD : PublicAct.EXPIRED, found);
            case CANCELED -> withdrawn(story, last, PublicAct.KILLED, found);
        }
    }

    private static void withdrawn(StoryRecord story, @Nullable Withdrawal last, PublicAct act, Consumer<String> found) {
        if (last == null || last.act() != act) {
            found.accept("Story " + story.getId() + " is " + story.getPubStatus() + ", but the log knows of no " + act
                    + ".");
        } else if (!Objects.equals(digest(story.getNotice()), last.noteDigest())) {
            found.accept("The notice of story " + story.getId() + " is not the one that the log covers.");
        }
    }

    private static @Nullable String digest(@Nullable String note) {
        return note == null ? null : Digest.of(note);
    }
}
