package press.rotative.story.acts;

import java.util.Map;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;

/// Adds a concept.
///
/// @param labels language to text
public record CreateConcept(Actor actor, ConceptKind kind, Map<String, String> labels) implements Act<Concept> {

    public CreateConcept {
        Concepts.checkLabels(labels);
        labels = Map.copyOf(labels);
    }

    @Override
    public Concept perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_CONCEPTS);
        Concept concept = Concepts.add(transaction, kind, labels);
        PublicationLog.append(
                transaction,
                PublicAct.CREATED,
                concept.id().subject(),
                1,
                actor.staffId(),
                null,
                null,
                Set.of(concept.id().subject()));
        return concept;
    }
}
