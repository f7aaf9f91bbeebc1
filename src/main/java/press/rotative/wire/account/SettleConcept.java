package press.rotative.wire.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.ManagedNames;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.CreateConcept;

/// Settles what a concept that was found in a capture is.
///
/// @param capture its digest
/// @param place of the concept in the account, which counts from 0
public record SettleConcept(Actor actor, StoryId story, String capture, int place, Wish wish)
        implements Act<StoryAccount> {

    /// What somebody wants.
    public sealed interface Wish {
        /// It is of this kind. Where there is a concept of that kind and name, the story is about that one. Where other
        /// public stories are about the one that was found, it changes for all of them, or the story gets
        /// one of its own.
        ///
        /// @param everywhere change it for other stories too
        record Kind(ConceptKind kind, boolean everywhere) implements Wish {}

        /// It is really another concept.
        record Other(ConceptId concept) implements Wish {}

        /// The story is not about it.
        record Drop() implements Wish {}
    }

    @Override
    public StoryAccount perform(Transaction transaction) {
        StoryAccount before = StoryAccount.lock(transaction, actor, story, capture);
        ConceptId filed =
                before.concept(place).orElseThrow(() -> Problem.notFound("There is no such concept in this capture."));
        return switch (wish) {
            case Wish.Kind(ConceptKind kind, boolean everywhere) -> kind(transaction, before, filed, kind, everywhere);
            case Wish.Other(ConceptId other) -> {
                Concept found = new Concepts(transaction.sql()).get(other);
                yield replaced(transaction, before, filed, found);
            }
            case Wish.Drop() ->
                settle(
                        transaction,
                        before,
                        without(before.content(), current(before, filed)),
                        Decisions.Choice.DROPPED,
                        "");
        };
    }

    private StoryAccount kind(
            Transaction transaction, StoryAccount before, ConceptId filed, ConceptKind kind, boolean everywhere) {
        Concept concept = new Concepts(transaction.sql()).get(current(before, filed));
        if (concept.kind() == kind) {
            return settle(transaction, before, Optional.empty(), Decisions.Choice.SEEN, kind.label());
        }
        String name = concept.label(before.language()).text();
        Optional<Concept> known = new Concepts(transaction.sql())
                .named(kind, before.language(), name)
                .filter(each -> !each.id().equals(concept.id()));
        if (known.isPresent()) {
            return replaced(transaction, before, filed, known.get());
        }
        if (!everywhere && shared(transaction.sql(), concept.id(), story)) {
            Concept own = new CreateConcept(actor, kind, Map.of(before.language(), name)).perform(transaction);
            return replaced(transaction, before, filed, own);
        }
        new ChangeConcept(actor, concept.id(), concept.version(), kind, Map.of(), Set.of()).perform(transaction);
        return settle(transaction, before, Optional.empty(), Decisions.Choice.KIND, kind.label());
    }

    /// Whether a public story other than this one is about a concept.
    public static boolean shared(DSLContext sql, ConceptId concept, StoryId story) {
        return new ManagedNames(sql).anyAboutBesides(concept, story);
    }

    private StoryAccount replaced(Transaction transaction, StoryAccount before, ConceptId filed, Concept other) {
        ConceptId old = current(before, filed);
        var concepts = new ArrayList<ConceptId>();
        before.content().concepts().forEach(each -> concepts.add(each.equals(old) ? other.id() : each));
        if (!concepts.contains(other.id())) {
            concepts.add(other.id());
        }
        Optional<StoryContent> text = concepts.equals(before.content().concepts())
                ? Optional.empty()
                : Optional.of(before.content().withConcepts(concepts));
        return settle(
                transaction,
                before,
                text,
                Decisions.Choice.REPLACED,
                Long.toString(other.id().value()));
    }

    /// What stands for the concept now: the other one, where it was replaced before.
    private ConceptId current(StoryAccount before, ConceptId filed) {
        return before.current(place).orElse(filed);
    }

    private static Optional<StoryContent> without(StoryContent content, ConceptId concept) {
        return content.concepts().contains(concept)
                ? Optional.of(content.withConcepts(content.concepts().stream()
                        .filter(each -> !each.equals(concept))
                        .toList()))
                : Optional.empty();
    }

    private StoryAccount settle(
            Transaction transaction,
            StoryAccount before,
            Optional<StoryContent> text,
            Decisions.Choice choice,
            String detail) {
        return before.settle(transaction, actor, text, List.of(Doubt.concept(place)), choice, detail);
    }
}
