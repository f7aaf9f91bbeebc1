package press.rotative.story.house;

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
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Changes the look of an edition, or of the newsroom.
///
/// @param edition number of an edition, or [Looks#NEWSROOM]
/// @param expectedVersion what the writer saw; null: whatever is there
/// @param files that are new, checked and made by [LogoFiles]
public record ChangeLook(
        Actor actor, long edition, @Nullable Integer expectedVersion, Look look, List<HouseFiles.Whole> files)
        implements Act<Looks.Chosen> {

    public ChangeLook {
        files = List.copyOf(files);
    }

    @Override
    public Looks.Chosen perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_LOOK, () -> Scope.ofEdition(edition));
        if (edition != Looks.NEWSROOM) {
            new Editions(transaction.sql()).get(new EditionId(edition));
        }
        Looks.Chosen before = new Looks(transaction.sql()).locked(edition);
        Versions.expect(expectedVersion, before.version(), "The look");
        files.forEach(file -> HouseFiles.keep(transaction, file));
        var kept = new HouseFiles(transaction.sql());
        if (!look.files().stream().allMatch(kept::holds)) {
            throw Problem.invalid("The look names a file that is not here. Send it.")
                    .as("problem.look.file");
        }
        HouseFiles.Whole sheet = look.sheet();
        HouseFiles.keep(transaction, sheet);
        var after = new Looks.Chosen(before.version() + 1, look.styled(sheet.file()));
        Looks.put(transaction, edition, after);
        PublicationLog.append(
                transaction,
                PublicAct.LOOK_CHANGED,
                edition == Looks.NEWSROOM
                        ? new Subject(Subject.Kind.SETTING, Looks.NEWSROOM)
                        : new EditionId(edition).subject(),
                after.version(),
                actor.staffId(),
                null,
                Digest.of(after.look().json()),
                touched(transaction));
        return after;
    }

    private Set<Subject> touched(Transaction transaction) {
        return edition == Looks.NEWSROOM
                ? Reach.ofAllEditions(transaction.sql())
                : Set.of(new EditionId(edition).subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition));
    }
}
