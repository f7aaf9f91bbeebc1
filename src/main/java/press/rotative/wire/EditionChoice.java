package press.rotative.wire;

import java.util.List;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.acts.CreateEdition;
import press.rotative.wire.clipping.Clipping;

/// Into which edition a clipping goes.
final class EditionChoice {
    private static final String LANGUAGE_OF_SHORT_TEXTS = "en";
    private static final String NAME_OF_NOBODY = "Rotative";
    private static final String ZONE = "UTC";

    private EditionChoice() {}

    /// The wished edition, or the one of the clipping's language, or the first. Where there is none at all it is
    /// opened.
    ///
    /// @throws Problem INVALID when the wished one is not there but others are
    static Edition of(
            Transaction transaction, Actor actor, ImportNames names, Optional<String> wished, Clipping clipping) {
        List<Edition> all = names.editions();
        if (all.isEmpty()) {
            return new Editions(transaction.sql()).get(open(transaction, actor, wished, clipping));
        }
        if (wished.isPresent()) {
            return all.stream()
                    .filter(edition -> edition.code().equals(wished.get()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("There is no edition '" + wished.get() + "'. The editions are "
                                    + String.join(
                                            ", ",
                                            all.stream().map(Edition::code).toList()) + ".")
                            .as("problem.inbox.no.edition", wished.get()));
        }
        return all.stream()
                .filter(edition ->
                        clipping.language().filter(edition.language()::equals).isPresent())
                .findFirst()
                .orElse(all.getFirst());
    }

    private static EditionId open(Transaction transaction, Actor actor, Optional<String> wished, Clipping clipping) {
        String language = clipping.language().orElse(LANGUAGE_OF_SHORT_TEXTS);
        return new CreateEdition(
                        actor,
                        wished.orElse(language),
                        language,
                        clipping.rightToLeft(),
                        clipping.outlet().orElse(NAME_OF_NOBODY),
                        null,
                        ZONE,
                        "{}")
                .perform(transaction);
    }
}
