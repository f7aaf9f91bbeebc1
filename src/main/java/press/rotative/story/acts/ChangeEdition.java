package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.EDITION;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
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

/// Changes the name, motto and settings of an edition: one row, however large the archive.
///
/// @param expectedVersion what the writer saw; null: whatever is there
public record ChangeEdition(
        Actor actor,
        EditionId edition,
        @Nullable Integer expectedVersion,
        String name,
        @Nullable String motto,
        String settings)
        implements Act<Edition> {

    public ChangeEdition {
        name = Editions.checkedName(name);
        motto = Editions.checkedMotto(motto);
        settings = EditionSettings.checked(settings);
    }

    @Override
    public Edition perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_EDITIONS);
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
                .set(EDITION.SETTINGS, settings)
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
