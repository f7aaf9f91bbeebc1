package press.rotative.story.acts;

import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rights;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Says from when until when a picture may be shown. Outside of that time no page, feed or address shows it.
public record ChangeRights(
        Actor actor, PictureId picture, @Nullable Integer expectedVersion, Rights rights) implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        Policy.require(actor, Power.EDIT_PICTURE);
        var sql = transaction.sql();
        Jobs.hold(sql, picture.value(), JobKind.RIGHTS_END);
        Picture before = new Pictures(sql).locked(picture);
        Versions.expect(expectedVersion, before.version(), "The picture");
        Picture after = Pictures.changeRights(transaction, picture, rights);
        PublicationLog.append(
                transaction,
                PublicAct.RIGHTS_CHANGED,
                picture.subject(),
                after.version(),
                actor.staffId(),
                null,
                null,
                Reach.ofPicture(sql, picture));
        EndRights.setNext(transaction, after);
        return after;
    }
}
