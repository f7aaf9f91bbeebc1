package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.media.DestroyedBlobs;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Reach;
import press.rotative.story.Texts;
import press.rotative.story.Versions;

/// Destroys a picture, lawfully and for good: its bytes, everything that was made of them, and what the library says
/// of it. Pages leave it out from that moment, as one whose rights ended. Its row stays as a marked gap, which the log
/// covers and the check accepts.
///
/// Pictures are the same where their bytes are: one that was sent another time goes with it, or the bytes would stay.
///
/// @param expectedVersion of the picture; null: whatever it is
public record DestroyPicture(
        Actor actor, PictureId picture, @Nullable Integer expectedVersion, String reason) implements Act<Picture> {

    public DestroyPicture {
        reason = Texts.optional(reason, 2000, "The reason");
        if (reason == null) {
            throw Problem.invalid("Say why the picture is destroyed.").as("problem.story.needed");
        }
    }

    @Override
    public Picture perform(Transaction transaction) {
        Policy.require(actor, Power.DESTROY_PICTURE);
        var sql = transaction.sql();
        Jobs.hold(sql, picture.value(), JobKind.RIGHTS_END);
        Picture before = new Pictures(sql).locked(picture);
        Versions.expect(expectedVersion, before.version(), "The picture");
        if (before.digest() != null) {
            DestroyedBlobs.mark(transaction, List.of(before.digest()));
        }
        List<PictureId> same = new ArrayList<>(DestroyedPictures.same(sql, before));
        List<PublicationLog.Entry> entries = new ArrayList<>();
        for (PictureId each : same) {
            Set<Subject> touched = new HashSet<>(Reach.ofPicture(sql, each));
            Picture after = DestroyedPictures.mark(transaction, each);
            Jobs.cancel(transaction, JobKind.RIGHTS_END, each.value());
            StaffLog.append(transaction, actor, "picture-destroyed", "picture " + each.value(), Digest.of(reason));
            entries.add(new PublicationLog.Entry(
                    PublicAct.PICTURE_DESTROYED, each.subject(), after.version(), null, before.digest(), touched));
        }
        PublicationLog.appendAll(transaction, actor.staffId(), entries);
        return new Pictures(sql).get(picture);
    }
}
