package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.SECTION;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Texts;
import press.rotative.story.Versions;

/// Gives a section another name and, if wanted, another address: one row and one act, however many stories it has.
/// The old address answers with a redirect for ever.
///
/// @param slug null: the address stays
public record RenameSection(
        Actor actor,
        SectionId section,
        @Nullable Integer expectedVersion,
        String name,
        @Nullable String slug) implements Act<Section> {

    public RenameSection {
        name = Texts.name(name, Sections.LONGEST_NAME, "The name of a section");
        slug = slug == null ? null : CreateSection.checkedSlug(slug);
    }

    @Override
    public Section perform(Transaction transaction) {
        Policy.requireSomewhere(actor, Power.MANAGE_SECTIONS);
        RowLocks.change(transaction.sql(), SECTION.ID, List.of(section.value()));
        var sections = new Sections(transaction.sql());
        Section before = sections.get(section);
        Policy.require(
                actor,
                Power.MANAGE_SECTIONS,
                () -> Scope.ofSection(before.edition().value(), section.value()));
        Versions.expect(expectedVersion, before.version(), "The section");
        String newSlug = slug == null ? before.slug() : slug;
        Edition edition = new Editions(transaction.sql()).get(before.edition());
        String path = Sections.path(edition, newSlug);
        if (!Addresses.claimPath(transaction, path, section.subject())) {
            throw Problem.conflict("The address " + path + " is taken, or was once the address of another section. "
                            + "Choose another.")
                    .as("problem.slug.taken", path);
        }
        Sections.rename(transaction, before, name, newSlug);
        PublicationLog.append(
                transaction,
                PublicAct.RENAMED,
                section.subject(),
                before.version() + 1,
                actor.staffId(),
                null,
                null,
                Set.of(
                        section.subject(),
                        edition.id().subject(),
                        new Subject(Subject.Kind.WHOLE_EDITION, edition.id().value())));
        return sections.get(section);
    }
}
