package press.rotative.story.acts;

import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Adds a picture whose file is not held: pages show its caption and credit and say so. Nothing public changes until a
/// story shows it.
public record CreatePicture(Actor actor, PictureDescription description) implements Act<Picture> {

    @Override
    public Picture perform(Transaction transaction) {
        Policy.require(actor, Power.EDIT_PICTURE);
        PictureId id = Pictures.addWithoutFile(transaction, description);
        StaffLog.append(transaction, actor, "picture-created", "picture " + id.value(), null);
        return new Pictures(transaction.sql()).get(id);
    }
}
