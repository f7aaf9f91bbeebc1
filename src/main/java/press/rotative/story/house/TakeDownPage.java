package press.rotative.story.house;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// Takes a page from the public: its address says that it is gone, menus leave it out. Its texts stay, and it can be
/// published again.
///
/// @param expectedVersion what the writer saw; null: whatever is there
public record TakeDownPage(
        Actor actor, OwnPageId page, @Nullable Integer expectedVersion) implements Act<OwnPage> {

    @Override
    public OwnPage perform(Transaction transaction) {
        OwnPage before = PagePlaces.locked(transaction, actor, page, expectedVersion);
        if (before.live() == null) {
            throw Problem.conflict("The page is not public.").as("problem.page.hidden");
        }
        OwnPages.show(transaction, before, null);
        PublicationLog.append(
                transaction,
                PublicAct.PAGE_TAKEN_DOWN,
                page.subject(),
                before.version() + 1,
                actor.staffId(),
                null,
                null,
                PagePlaces.touched(page, before.edition()));
        return new OwnPages(transaction.sql()).get(page);
    }
}
