package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.CONCEPT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Concepts;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Merges a concept into another one, for ever: every story of it is about the other, each of its addresses leads on
/// to the other's page, and its names find the other. The other takes over names in languages that it lacks. No text of
/// a story is changed: [press.rotative.story.ConceptMerges] says what an old number stands for.
///
/// @param expectedVersion of the concept that goes; null: whatever is there
/// @param expectedOther version of the one that stays; null: whatever is there
public record MergeConcept(
        Actor actor,
        ConceptId concept,
        ConceptId into,
        @Nullable Integer expectedVersion,
        @Nullable Integer expectedOther)
        implements Act<Concept> {

    @Override
    public Concept perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_CONCEPTS);
        RowLocks.change(transaction.sql(), CONCEPT.ID, List.of(concept.value(), into.value()));
        var concepts = new Concepts(transaction.sql());
        Concept merged = concepts.unmerged(concept);
        Concept kept = concepts.unmerged(into);
        if (merged.id().equals(kept.id())) {
            throw Problem.invalid("A concept cannot be merged into itself. Choose another.")
                    .as("problem.concept.itself");
        }
        Versions.expect(expectedVersion, merged.version(), "The concept");
        Versions.expect(expectedOther, kept.version(), "The other concept");
        Concepts.merge(transaction, merged.id(), kept.id());
        LiveLists.hand(transaction.sql(), merged.id(), kept.id());
        Addresses.hand(transaction, merged.id().subject(), kept.id().subject());
        missing(merged, kept)
                .forEach((language, label) -> Concepts.putLabel(transaction, kept.id(), kept.kind(), language, label));
        Concepts.setVersion(transaction, kept.id(), kept.version() + 1);
        Concepts.claimPages(transaction, concepts.get(kept.id()));
        PublicationLog.append(
                transaction,
                PublicAct.MERGED,
                kept.id().subject(),
                kept.version() + 1,
                actor.staffId(),
                null,
                null,
                Reach.ofConcept(transaction.sql(), kept.id()));
        return concepts.get(kept.id());
    }

    /// Names in languages in which the other has none, by language.
    public static Map<String, String> missing(Concept merged, Concept kept) {
        var missing = new HashMap<String, String>();
        merged.labels().forEach((language, label) -> {
            if (!kept.labels().containsKey(language)) {
                missing.put(language, label.text());
            }
        });
        return missing;
    }
}
