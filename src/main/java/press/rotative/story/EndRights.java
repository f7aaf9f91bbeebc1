package press.rotative.story;

import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// The instant has come at which the public may see a picture no longer (or may see it again): every page that shows it
/// is named, and none of them is answered from memory any more. Whether it may be seen is decided where it is shown.
public record EndRights(PictureId picture) implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        Picture shown = new Pictures(transaction.sql()).get(picture);
        PublicationLog.append(
                transaction,
                PublicAct.RIGHTS_CHANGED,
                picture.subject(),
                shown.version(),
                Actor.OPERATOR.staffId(),
                null,
                null,
                Reach.ofPicture(transaction.sql(), picture));
        return shown;
    }
}
