package press.rotative.fill;

import java.util.Map;
import press.rotative.story.ConceptKind;

/// Something that made-up stories are about.
///
/// @param section place of its section in the menu, from 0; -1 for what belongs to none
/// @param inSentence how it stands inside a sentence of each language
record MadeUpConcept(ConceptKind kind, int section, Map<Tongue, String> labels, Map<Tongue, String> inSentence) {
    MadeUpConcept {
        labels = Map.copyOf(labels);
        inSentence = Map.copyOf(inSentence);
    }

    String label(Tongue tongue) {
        return labels.getOrDefault(tongue, "");
    }

    String inSentence(Tongue tongue) {
        return inSentence.getOrDefault(tongue, label(tongue));
    }
}
