package press.rotative.newsroom.manage;

import java.util.List;
import java.util.Map;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.EditionId;
import press.rotative.story.ManagedNames;

/// Concepts as lines of a list: the name in the language of the first edition that has one, then the others.
///
/// @param languages of the editions, in their order
record ConceptLines(Shell shell, List<String> languages) {

    ConceptLines {
        languages = List.copyOf(languages);
    }

    Words words() {
        return shell.words();
    }

    static String kind(Words words, ConceptKind kind) {
        return words.say("manage.kind." + kind.label());
    }

    static String name(Concept concept, List<String> languages) {
        return concept.label(language(concept, languages)).text();
    }

    private static String language(Concept concept, List<String> languages) {
        return languages.stream()
                .filter(concept.labels()::containsKey)
                .findFirst()
                .orElseGet(() -> concept.labels().keySet().stream()
                        .min(String::compareTo)
                        .orElseThrow());
    }

    /// Name and kind, for a sentence.
    String said(Concept concept) {
        return words().say("manage.concept.said", name(concept, languages), kind(words(), concept.kind()));
    }

    /// @param path where the line leads
    /// @param stories of this concept among others, counted as for lists
    NameLine line(Concept concept, String path, Map<ConceptId, Map<EditionId, Integer>> stories) {
        String name = name(concept, languages);
        List<String> rest = languages.stream()
                .filter(concept.labels()::containsKey)
                .map(each -> concept.label(each).text())
                .filter(each -> !each.equals(name))
                .distinct()
                .toList();
        return new NameLine(
                name,
                language(concept, languages),
                "auto",
                path,
                String.join(" · ", rest),
                kind(words(), concept.kind()),
                PublicPages.stories(
                        words(), stories.getOrDefault(concept.id(), Map.of()), ManagedNames.MOST_COUNTED_IN_LISTS));
    }
}
