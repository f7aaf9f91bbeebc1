package press.rotative.story.acts;

import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Previews;

/// Notes that a link to a preview was opened, so that whoever shared it sees whether it was read.
///
/// @param link number of the link
public record OpenPreview(long link) implements Act<Long> {

    @Override
    public Long perform(Transaction transaction) {
        Previews.noteOpened(transaction, link);
        return link;
    }
}
