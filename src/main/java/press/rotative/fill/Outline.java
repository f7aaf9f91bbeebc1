package press.rotative.fill;

import java.time.Instant;
import java.util.List;

/// What is settled of a made-up story before it is written.
///
/// @param number from 0
/// @param section place in the menu
/// @param concepts places in the [World]
record Outline(
        long number,
        Tongue tongue,
        int section,
        boolean brief,
        List<Integer> concepts,
        Instant published,
        Ending ending) {
    Outline {
        concepts = List.copyOf(concepts);
    }

    /// The same under other subjects, as a translation has those of its original.
    Outline about(Outline original) {
        return new Outline(number, tongue, original.section(), brief, original.concepts(), published, ending);
    }

    /// The same in another language.
    Outline in(Tongue other) {
        return new Outline(number, other, section, brief, concepts, published, ending);
    }
}
