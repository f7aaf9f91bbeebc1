package press.rotative.story.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.ListAddresses;
import press.rotative.story.Sections;
import press.rotative.story.Versions;

/// Arranges a menu of an edition, or lets it fill itself again. Pages may still be drafts: they take their place when
/// they are published. A concept gets its page in the edition, also before a story is about it.
///
/// @param expectedVersion what the editor saw; null: whatever is there
/// @param menu null: it fills itself from now on
public record ArrangeMenu(
        Actor actor,
        EditionId edition,
        MenuPlace place,
        @Nullable Integer expectedVersion,
        @Nullable Menu menu) implements Act<Menus.Arranged> {

    @Override
    public Menus.Arranged perform(Transaction transaction) {
        Policy.require(actor, Power.ARRANGE_MENUS, () -> Scope.ofEdition(edition.value()));
        Edition of = new Editions(transaction.sql()).get(edition);
        Menus.Arranged before = new Menus(transaction.sql()).locked(edition, place);
        Versions.expect(expectedVersion, before.version(), "The menu");
        var entries = new ArrayList<PublicationLog.Entry>();
        if (menu != null) {
            menu.entries().forEach(entry -> entries.addAll(checked(transaction, of, entry)));
        }
        var after = new Menus.Arranged(before.version() + 1, menu);
        Menus.put(transaction, edition, place, after);
        entries.add(new PublicationLog.Entry(
                PublicAct.MENU_ARRANGED,
                edition.subject(),
                after.version(),
                null,
                menu == null ? null : Digest.of(Menus.write(menu)),
                Set.of(edition.subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition.value()))));
        PublicationLog.appendAll(transaction, actor.staffId(), entries);
        return after;
    }

    /// @return rows for the publication log: what the entry made the act do beside
    private List<PublicationLog.Entry> checked(Transaction transaction, Edition of, MenuEntry entry) {
        return switch (entry) {
            case MenuEntry.OfSection(var section, var label) ->
                here(new Sections(transaction.sql()).get(section).edition());
            case MenuEntry.OfPage(var page, var label) ->
                here(new OwnPages(transaction.sql()).get(page).edition());
            case MenuEntry.OfConcept(var concept, var label) ->
                ListAddresses.claim(transaction, of, new Concepts(transaction.sql()).get(concept));
            case MenuEntry.OfCorrections corrections -> List.of();
            case MenuEntry.OfArchive archive -> List.of();
            case MenuEntry.OfLink link -> List.of();
        };
    }

    private List<PublicationLog.Entry> here(EditionId other) {
        if (!other.equals(edition)) {
            throw Problem.invalid("A line of the menu leads to another edition. Choose something of this one.")
                    .as("problem.menu.edition");
        }
        return List.of();
    }
}
