package press.rotative.story.acts;

import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rights;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Reach;

/// The instant has come at which the public may see a picture no longer (or may see it at last): every page that shows
/// it is named, and none of them is answered from memory any more. An end is recorded, so that no later clock brings
/// the picture back. Whether it may be seen is decided where it is shown.
public record EndRights(PictureId picture) implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        var sql = transaction.sql();
        Picture before = new Pictures(sql).get(picture);
        Rights rights = before.rights();
        boolean over =
                !rights.ended() && rights.ends() != null && !transaction.now().isBefore(rights.ends());
        Picture after = over
                ? Pictures.changeRights(transaction, picture, new Rights(rights.starts(), rights.ends(), true))
                : before;
        PublicationLog.append(
                transaction,
                PublicAct.RIGHTS_CHANGED,
                picture.subject(),
                after.version(),
                Actor.OPERATOR.staffId(),
                null,
                null,
                Reach.ofPicture(sql, picture));
        setNext(transaction, after);
        return after;
    }

    /// Sets the job for the next instant at which the rights begin or end.
    static void setNext(Transaction transaction, Picture picture) {
        long subject = picture.id().value();
        picture.rights()
                .turnAfter(transaction.now())
                .ifPresentOrElse(
                        turn -> Jobs.set(transaction, JobKind.RIGHTS_END, subject, turn),
                        () -> Jobs.cancel(transaction, JobKind.RIGHTS_END, subject));
    }
}
