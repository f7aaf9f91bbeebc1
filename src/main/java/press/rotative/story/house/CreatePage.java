package press.rotative.story.house;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.acts.CreateSection;

/// Begins a page of the newsroom. The public does not see it before it is published, but its address is its own. Sent
/// again, it answers the page that was begun.
///
/// @param slug null: made from the title
/// @param like a free page of another edition that says the same; null: none
public record CreatePage(
        Actor actor,
        EditionId edition,
        OwnPageKind kind,
        @Nullable String slug,
        @Nullable OwnPageId like,
        PageText text)
        implements Act<OwnPageId> {

    public CreatePage {
        slug = slug == null ? null : CreateSection.checkedSlug(slug);
        text = text.identified();
    }

    @Override
    public OwnPageId perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_PAGES, () -> Scope.ofEdition(edition.value()));
        new Editions(transaction.sql()).get(edition);
        PagePlaces.lock(transaction, edition);
        var pages = new OwnPages(transaction.sql());
        List<OwnPage> there = pages.of(edition);
        for (OwnPage page : there) {
            if (isThis(pages, page)) {
                return page.id();
            }
        }
        if (there.size() >= OwnPages.MOST) {
            throw Problem.conflict("The edition has " + OwnPages.MOST + " pages of its own already.")
                    .as("problem.pages.most", OwnPages.MOST);
        }
        PagePlaces.requireFreeKind(there, kind, null);
        Long family = PagePlaces.family(transaction, actor, edition, like, null);
        String free = PagePlaces.freeSlug(transaction, edition, slug, text.title());
        OwnPageId id = OwnPages.insert(transaction, edition, kind, free, family);
        PagePlaces.claim(transaction, edition, free, id);
        OwnPages.save(transaction, id, 1, actor.staffId(), text);
        StaffLog.append(transaction, actor, "page-created", "own_page " + id.value(), text.digest());
        return id;
    }

    /// Whether this act was sent before and nobody touched the page since.
    private boolean isThis(OwnPages pages, OwnPage page) {
        return page.version() == 1
                && page.kind() == kind
                && (slug == null || slug.equals(page.slug()))
                && (like == null ? page.family() == page.id().value() : page.isLike(pages.get(like)))
                && said(pages.text(page.id(), 1)).equals(said(text));
    }

    /// A form gives new ids to its blocks each time it is sent.
    private static PageText said(PageText text) {
        var blocks =
                text.body().blocks().stream().map(block -> block.withId("")).toList();
        return new PageText(text.title(), text.standfirst(), new Body(blocks));
    }
}
