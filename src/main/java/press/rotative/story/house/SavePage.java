package press.rotative.story.house;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.acts.CreateSection;

/// Saves a text of a page, and gives it another kind or address. The text waits until it is published; a new kind or
/// address of a public page holds at once, and the old address leads on to it for ever.
///
/// @param expectedVersion what the writer saw; null: whatever is there
/// @param slug null: the address stays
/// @param like a free page of another edition that says the same; null: none
public record SavePage(
        Actor actor,
        OwnPageId page,
        @Nullable Integer expectedVersion,
        OwnPageKind kind,
        @Nullable String slug,
        @Nullable OwnPageId like,
        PageText text)
        implements Act<OwnPage> {

    public SavePage {
        slug = slug == null ? null : CreateSection.checkedSlug(slug);
        text = text.identified();
    }

    @Override
    public OwnPage perform(Transaction transaction) {
        OwnPage before = PagePlaces.locked(transaction, actor, page, expectedVersion);
        var pages = new OwnPages(transaction.sql());
        PagePlaces.requireFreeKind(pages.of(before.edition()), kind, page);
        Long family = PagePlaces.family(transaction, actor, before.edition(), like, before);
        String path = slug == null ? before.slug() : slug;
        PagePlaces.claim(transaction, before.edition(), path, page);
        boolean written = !pages.text(page, before.lastText()).equals(text);
        int last = written ? before.lastText() + 1 : before.lastText();
        if (written) {
            OwnPages.save(transaction, page, last, actor.staffId(), text);
        }
        if (family == null || family != before.family()) {
            OwnPages.leaveFamily(transaction, page);
        }
        OwnPages.change(transaction, before, kind, path, family == null ? page.value() : family, last);
        OwnPage after = pages.get(page);
        boolean moved = !path.equals(before.slug()) || kind != before.kind() || after.family() != before.family();
        if (written) {
            StaffLog.append(transaction, actor, "page-saved", "own_page " + page.value(), text.digest());
        }
        if (moved && before.live() != null) {
            PublicationLog.append(
                    transaction,
                    PublicAct.RENAMED,
                    page.subject(),
                    after.version(),
                    actor.staffId(),
                    null,
                    null,
                    PagePlaces.touched(page, before.edition()));
        }
        return after;
    }
}
