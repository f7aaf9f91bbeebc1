package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.CONCEPT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Reach;
import press.rotative.story.Versions;

/// Changes labels and kind of a concept, on every story at once: one act, however many stories it has. Its pages get
/// the addresses of the new labels and kind; every older address redirects for ever.
///
/// @param kind null: stays
/// @param labels language to the new text; other languages keep theirs
/// @param dropped languages whose label goes; those that have none are passed over
public record ChangeConcept(
        Actor actor,
        ConceptId concept,
        @Nullable Integer expectedVersion,
        @Nullable ConceptKind kind,
        Map<String, String> labels,
        Set<String> dropped)
        implements Act<Concept> {

    public ChangeConcept {
        if (!labels.isEmpty()) {
            Concepts.checkLabels(labels);
        }
        labels = Map.copyOf(labels);
        dropped = Set.copyOf(dropped);
    }

    @Override
    public Concept perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_CONCEPTS);
        RowLocks.change(transaction.sql(), CONCEPT.ID, List.of(concept.value()));
        Concept before = new Concepts(transaction.sql()).unmerged(concept);
        Versions.expect(expectedVersion, before.version(), "The concept");
        ConceptKind newKind = kind == null ? before.kind() : kind;
        Map<String, String> texts = texts(before, newKind != before.kind());
        Concepts.setKind(transaction, concept, newKind);
        dropped.stream()
                .filter(language -> !labels.containsKey(language))
                .forEach(language -> Concepts.dropLabel(transaction, concept, language));
        texts.forEach((language, label) -> Concepts.putLabel(transaction, concept, newKind, language, label));
        Concepts.setVersion(transaction, concept, before.version() + 1);
        Concepts.claimPages(transaction, new Concepts(transaction.sql()).get(concept));
        Concept after = new Concepts(transaction.sql()).get(concept);
        PublicationLog.append(
                transaction,
                PublicAct.RENAMED,
                concept.subject(),
                after.version(),
                actor.staffId(),
                null,
                null,
                Reach.ofConcept(transaction.sql(), concept));
        return after;
    }

    /// What is written anew: under another kind every label looks for a free address again.
    private Map<String, String> texts(Concept before, boolean all) {
        var left = new HashMap<String, String>();
        before.labels().forEach((language, label) -> left.put(language, label.text()));
        left.keySet().removeAll(dropped);
        left.putAll(labels);
        if (left.isEmpty()) {
            throw Problem.invalid("A concept keeps a label in at least one language.")
                    .as("problem.concept.labels");
        }
        return all ? left : labels;
    }
}
