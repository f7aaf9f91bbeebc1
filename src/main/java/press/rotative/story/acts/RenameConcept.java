package press.rotative.story.acts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Concepts;
import press.rotative.story.Versions;

/// Changes labels of a concept, on every story at once; other languages keep theirs. Old addresses redirect for ever.
///
/// @param labels language to the new text
public record RenameConcept(
        Actor actor, ConceptId concept, @Nullable Integer expectedVersion, Map<String, String> labels)
        implements Act<Concept> {

    public RenameConcept {
        Concepts.checkLabels(labels);
        labels = Map.copyOf(labels);
    }

    @Override
    public Concept perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_CONCEPTS);
        var concepts = new Concepts(transaction.sql());
        Concept before = concepts.get(concept);
        Versions.expect(expectedVersion, before.version(), "The concept");
        labels.forEach((language, label) -> Concepts.putLabel(transaction, concept, before.kind(), language, label));
        Concepts.setVersion(transaction, concept, before.version() + 1);
        Concept after = concepts.get(concept);
        Concepts.claimPages(transaction, after);
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
}
