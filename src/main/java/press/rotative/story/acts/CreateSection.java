package press.rotative.story.acts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.address.Slug;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Texts;

/// Opens a section at the end of an edition's menu.
///
/// @param slug null: made from the name
public record CreateSection(
        Actor actor,
        EditionId edition,
        String name,
        @Nullable String slug) implements Act<SectionId> {
    /// Second parts of addresses that belong to the site itself.
    static final Set<String> TAKEN = Set.of(
            "topic",
            "person",
            "place",
            "organisation",
            "event",
            "author",
            "search",
            "corrections",
            "archive",
            "suggest");

    public CreateSection {
        name = Texts.name(name, Sections.LONGEST_NAME, "The name of a section");
        slug = slug == null ? null : checkedSlug(slug);
    }

    /// @throws Problem INVALID for what cannot stand in an address, or is one of the site itself
    public static String checkedSlug(String slug) {
        if (TAKEN.contains(Slug.checked(slug))) {
            throw Problem.invalid("'" + slug + "' is an address of the site itself. Choose another for the section.")
                    .as("problem.slug.site", slug);
        }
        return slug;
    }

    /// Whether a second part of an address belongs to the site itself.
    public static boolean isOfSite(String slug) {
        return TAKEN.contains(slug);
    }

    @Override
    public SectionId perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_SECTIONS, () -> Scope.ofEdition(edition.value()));
        return open(transaction);
    }

    /// For imports, whose policy was checked by their own power.
    public SectionId open(Transaction transaction) {
        Edition of = new Editions(transaction.sql()).get(edition);
        int there = new Sections(transaction.sql()).of(edition).size();
        if (there >= Sections.MOST) {
            throw Problem.conflict(
                            "The edition has " + Sections.MOST + " sections already; more do not fit into a menu.")
                    .as("problem.sections.most", Sections.MOST);
        }
        String free = freeSlug(transaction, of);
        String path = Sections.path(of, free);
        if (new Addresses(transaction.sql()).withPath(path).isPresent()) {
            throw Problem.conflict("The address " + path + " is taken. Choose another.")
                    .as("problem.slug.taken", path);
        }
        SectionId id = Sections.insert(transaction, edition, free, name, there + 1);
        Addresses.claimPath(transaction, path, id.subject());
        PublicationLog.append(
                transaction,
                PublicAct.CREATED,
                id.subject(),
                1,
                actor.staffId(),
                null,
                null,
                Set.of(id.subject(), edition.subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition.value())));
        return id;
    }

    private String freeSlug(Transaction transaction, Edition of) {
        if (slug != null) {
            return slug;
        }
        var addresses = new Addresses(transaction.sql());
        String wanted = Slug.from(name);
        String candidate = TAKEN.contains(wanted) ? wanted + "-2" : wanted;
        for (int i = 2; addresses.withPath(Sections.path(of, candidate)).isPresent(); i++) {
            candidate = wanted + "-" + i;
        }
        return candidate;
    }
}
