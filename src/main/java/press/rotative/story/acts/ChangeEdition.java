package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.EDITION;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.EditionSettings;
import press.rotative.story.Editions;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Changes the name, motto and settings of an edition: one row, however large the archive. Name and motto alone are
/// changed also by those who manage the look of the edition.
///
/// @param expectedVersion what the writer saw; null: whatever is there
/// @param settings null: as they are
public record ChangeEdition(
        Actor actor,
        EditionId edition,
        @Nullable Integer expectedVersion,
        String name,
        @Nullable String motto,
        @Nullable String settings)
        implements Act<Edition> {

    public ChangeEdition {
        name = Editions.checkedName(name);
        motto = Editions.checkedMotto(motto);
        settings = settings == null ? null : EditionSettings.checked(settings);
    }

    @Override
    public Edition perform(Transaction transaction) {
        if (settings != null || Policy.allowsSomewhere(actor, Power.MANAGE_EDITIONS)) {
            Policy.require(actor, Power.MANAGE_EDITIONS);
        } else {
            Policy.require(actor, Power.MANAGE_LOOK, () -> Scope.ofEdition(edition.value()));
        }
        RowLocks.change(transaction.sql(), EDITION.ID, List.of(edition.value()));
        var editions = new Editions(transaction.sql());
        Edition before = editions.get(edition);
        Versions.expect(expectedVersion, before.version(), "The edition");
        transaction
                .sql()
                .update(EDITION)
                .set(EDITION.VERSION, before.version() + 1)
                .set(EDITION.NAME, name)
                .set(EDITION.MOTTO, motto)
                .set(EDITION.SETTINGS, settings == null ? before.settings() : settings)
                .where(EDITION.ID.eq(edition.value()))
                .execute();
        PublicationLog.append(
                transaction,
                PublicAct.SETTING_CHANGED,
                edition.subject(),
                before.version() + 1,
                actor.staffId(),
                null,
                null,
                Reach.ofAllEditions(transaction.sql()));
        return editions.get(edition);
    }
}
