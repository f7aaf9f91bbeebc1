package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.PICTURE;

import java.util.List;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.NewPicture;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Takes a picture that came in and was developed into the library. When the same file was taken meanwhile, that
/// picture is the answer; one that was destroyed does not come in again. Nothing public changes until a story shows it.
public record KeepPicture(Actor actor, NewPicture picture, PictureDescription description) implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        Policy.require(actor, Power.UPLOAD_PICTURE);
        var pictures = new Pictures(transaction.sql());
        var known = picture.sourceDigest() == null
                ? java.util.Optional.<Picture>empty()
                : pictures.withSource(picture.sourceDigest());
        if (known.isPresent()) {
            // Whoever destroys it waits, or did so: what is answered here is not kept beyond that.
            RowLocks.keep(
                    transaction.sql(), PICTURE.ID, List.of(known.get().id().value()));
            return pictures.get(known.get().id()).there();
        }
        DestroyedPictures.keepOut(transaction, picture.digest());
        PictureId id = Pictures.add(transaction, picture, description);
        StaffLog.append(transaction, actor, "picture-kept", "picture " + id.value(), picture.digest());
        return pictures.get(id);
    }
}
