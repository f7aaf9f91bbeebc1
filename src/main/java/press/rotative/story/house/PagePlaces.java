package press.rotative.story.house;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.OWN_PAGE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.address.Slug;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Versions;
import press.rotative.story.acts.CreateSection;

/// What the acts on pages share: who may, whether a kind and an address are free, and that nobody else changes
/// the pages of the edition meanwhile.
final class PagePlaces {
    private PagePlaces() {}

    /// The page as it is, for who may change it and saw it so; nobody else does until the transaction ends.
    static OwnPage locked(Transaction transaction, Actor actor, OwnPageId id, @Nullable Integer expectedVersion) {
        Policy.requireSomewhere(actor, Power.MANAGE_PAGES);
        var pages = new OwnPages(transaction.sql());
        EditionId edition = pages.get(id).edition();
        Policy.require(actor, Power.MANAGE_PAGES, () -> Scope.ofEdition(edition.value()));
        lock(transaction, edition);
        RowLocks.change(transaction.sql(), OWN_PAGE.ID, List.of(id.value()));
        OwnPage page = pages.get(id);
        Versions.expect(expectedVersion, page.version(), "The page");
        return page;
    }

    static void lock(Transaction transaction, EditionId edition) {
        RowLocks.change(transaction.sql(), EDITION.ID, List.of(edition.value()));
    }

    /// Every page of the edition: titles stand in its menus, and some addresses in what each page tells machines.
    static Set<Subject> touched(OwnPageId page, EditionId edition) {
        return Set.of(page.subject(), edition.subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition.value()));
    }

    /// @param itself null: a page that is being added
    static void requireFreeKind(List<OwnPage> ofEdition, OwnPageKind kind, @Nullable OwnPageId itself) {
        boolean taken = kind != OwnPageKind.FREE
                && ofEdition.stream()
                        .anyMatch(page -> page.kind() == kind && !page.id().equals(itself));
        if (taken) {
            throw Problem.conflict("The edition has a page of this kind already. Change that one, or choose 'free'.")
                    .as("problem.page.kind");
        }
    }

    /// The family of the page of another edition that says the same.
    ///
    /// @param like null: of no other page
    /// @param itself null: a page that is being added
    static @Nullable Long family(
            Transaction transaction,
            Actor actor,
            EditionId edition,
            @Nullable OwnPageId like,
            @Nullable OwnPage itself) {
        if (like == null) {
            return null;
        }
        var pages = new OwnPages(transaction.sql());
        OwnPage other = pages.get(like);
        if (!other.mayBeLinked(actor) && !(itself != null && itself.isLike(other))) {
            throw Problem.notFound("There is no page " + like.value() + " that you may link.")
                    .as("problem.page.none");
        }
        boolean taken = pages.of(edition).stream()
                .anyMatch(page -> page.family() == other.family()
                        && (itself == null || !page.id().equals(itself.id())));
        if (other.edition().equals(edition) || other.kind() != OwnPageKind.FREE || taken) {
            throw Problem.conflict(
                            "That page is of this edition, has a kind of its own, or is linked with another page "
                                    + "of this edition already. Choose another one.")
                    .as("problem.page.like");
        }
        return other.family();
    }

    /// A slug that nobody has; the one that was wished, or one made of the title.
    static String freeSlug(Transaction transaction, EditionId id, @Nullable String wished, String title) {
        Edition edition = new Editions(transaction.sql()).get(id);
        var addresses = new Addresses(transaction.sql());
        if (wished != null) {
            return wished;
        }
        String wanted = Slug.from(title);
        String slug = CreateSection.isOfSite(wanted) ? wanted + "-2" : wanted;
        for (int i = 2; addresses.withPath(OwnPages.path(edition, slug)).isPresent(); i++) {
            slug = wanted + "-" + i;
        }
        return slug;
    }

    /// @throws Problem CONFLICT when the address belongs to something else
    static void claim(Transaction transaction, EditionId id, String slug, OwnPageId page) {
        String path = OwnPages.path(new Editions(transaction.sql()).get(id), slug);
        if (!Addresses.claimPath(transaction, path, page.subject())) {
            throw Problem.conflict("The address " + path + " is taken, or was once the address of something else. "
                            + "Choose another.")
                    .as("problem.slug.taken", path);
        }
    }
}
