package press.rotative.backup;

import static press.rotative.platform.db.Tables.BLOB;
import static press.rotative.platform.db.Tables.PICTURE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.media.DestroyedBlobs;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.Database;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Version;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.WithdrawStory;

/// What was lawfully destroyed after a backup was made, repeated in what was restored from it.
public final class Destructions {
    private static final int PAGE = 500;
    private static final String REASON = "Destroyed again after the restore of a backup.";

    private record Gap(long story, int version, String digest) {}

    private Destructions() {}

    /// @param newer the database that knows the destructions
    /// @return how many texts were destroyed again
    public static int repeat(Database newer, Press restored) {
        int repeated = 0;
        Gap last = new Gap(0, 0, "");
        while (true) {
            Gap from = last;
            List<Gap> page = newer.read(sql ->
                    new ArrayList<>(sql.select(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION, STORY_VERSION.DIGEST)
                            .from(STORY_VERSION)
                            .where(STORY_VERSION.DESTROYED_AT.isNotNull())
                            .orderBy(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION)
                            .seek(from.story(), from.version())
                            .limit(PAGE)
                            .fetch(row -> new Gap(row.value1(), row.value2(), row.value3()))));
            if (page.isEmpty()) {
                return repeated;
            }
            for (Gap gap : page) {
                repeated += destroyed(gap, restored) ? 1 : 0;
            }
            last = page.getLast();
        }
    }

    /// @param newer the database that knows the destructions
    /// @return how many pictures were destroyed again
    public static int repeatPictures(Database newer, Press restored) {
        int repeated = 0;
        long last = 0;
        while (true) {
            long from = last;
            var page = newer.read(sql -> sql.select(PICTURE.ID, PICTURE.DIGEST, PICTURE.CREATED_AT)
                    .from(PICTURE)
                    .where(PICTURE.DESTROYED_AT.isNotNull())
                    .and(PICTURE.ID.gt(from))
                    .orderBy(PICTURE.ID)
                    .limit(PAGE)
                    .fetch());
            if (page.isEmpty()) {
                return repeated;
            }
            for (var gap : page) {
                last = gap.value1();
                Optional<PictureId> here = restored.database().read(sql -> sql
                        .select(PICTURE.ID)
                        .from(PICTURE)
                        .where(
                                gap.value2() == null
                                        ? PICTURE.ID
                                                .eq(gap.value1())
                                                .and(PICTURE.CREATED_AT.eq(gap.value3()))
                                                .and(PICTURE.DIGEST.isNull())
                                        : PICTURE.DIGEST.eq(gap.value2()))
                        .and(PICTURE.DESTROYED_AT.isNull())
                        .orderBy(PICTURE.ID)
                        .limit(1)
                        .fetch(row -> new PictureId(row.value1()))
                        .stream()
                        .findFirst());
                if (here.isPresent()) {
                    restored.acts().perform(new DestroyPicture(Actor.OPERATOR, here.get(), null, REASON));
                    repeated++;
                } else if (gap.value2() != null) {
                    keepOut(newer, restored, gap.value2());
                }
            }
        }
    }

    /// The same file is refused as well where the picture was not known yet.
    private static void keepOut(Database newer, Press restored, String digest) {
        if (restored.database().read(sql -> DestroyedPictures.knows(sql, digest))) {
            return;
        }
        newer.read(sql -> sql.selectFrom(BLOB).where(BLOB.DIGEST.eq(digest)).fetchOptional())
                .ifPresent(blob -> restored.database().write(transaction -> {
                    Pictures.addBlob(transaction, digest, blob.getSize(), blob.getMediaType());
                    DestroyedBlobs.mark(transaction, List.of(digest));
                    return true;
                }));
    }

    private static boolean destroyed(Gap gap, Press press) {
        StoryId id = new StoryId(gap.story());
        Optional<Version> version = press.database()
                .read(sql -> new Stories(sql).find(id).isEmpty()
                        ? Optional.<Version>empty()
                        : new Stories(sql).version(id, gap.version()));
        if (version.isEmpty()
                || version.get().content() == null
                || !version.get().digest().equals(gap.digest())) {
            return false;
        }
        Story story = press.database().read(sql -> new Stories(sql).get(id));
        if (story.pubStatus() == PubStatus.USABLE
                && Integer.valueOf(gap.version()).equals(story.liveVersion())) {
            press.acts()
                    .perform(new WithdrawStory(Actor.OPERATOR, id, WithdrawStory.Kind.WITHHOLD, REASON, null, false));
        }
        press.acts().perform(new DestroyVersion(Actor.OPERATOR, id, gap.version(), REASON));
        return true;
    }
}
