package press.rotative.story.acts;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Changes a picture's credit, caption, alternative text or file mark, wherever it is shown.
public record DescribePicture(
        Actor actor, PictureId picture, @Nullable Integer expectedVersion, PictureDescription description)
        implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        Policy.require(actor, Power.EDIT_PICTURE);
        var sql = transaction.sql();
        Picture before = new Pictures(sql).locked(picture);
        Versions.expect(expectedVersion, before.version(), "The picture");
        Picture after = Pictures.describe(transaction, picture, description);
        PublicationLog.append(
                transaction,
                PublicAct.PICTURE_CHANGED,
                picture.subject(),
                after.version(),
                actor.staffId(),
                null,
                null,
                new HashSet<>(Reach.ofPicture(sql, picture)));
        return after;
    }
}
