package press.rotative.story.house;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// Shows the newest text of a page to the public.
///
/// @param expectedVersion what the writer saw; null: whatever is there
public record PublishPage(
        Actor actor, OwnPageId page, @Nullable Integer expectedVersion) implements Act<OwnPage> {

    @Override
    public OwnPage perform(Transaction transaction) {
        OwnPage before = PagePlaces.locked(transaction, actor, page, expectedVersion);
        var pages = new OwnPages(transaction.sql());
        PageText text = pages.text(page, before.lastText());
        if (text.body().blocks().isEmpty()) {
            throw Problem.conflict("The page has no text yet. Write one, then publish it.")
                    .as("problem.page.empty");
        }
        if (!before.waits()) {
            return before;
        }
        OwnPages.show(transaction, before, before.lastText());
        PublicationLog.append(
                transaction,
                PublicAct.PAGE_PUBLISHED,
                page.subject(),
                before.lastText(),
                actor.staffId(),
                null,
                text.digest(),
                PagePlaces.touched(page, before.edition()));
        return pages.get(page);
    }
}
