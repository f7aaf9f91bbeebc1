package press.rotative.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;

/// How many of the stories a search found have each value that it can be narrowed to. Values of no story are left out,
/// the most frequent come first, among equals the lower number.
///
/// @param concepts the most frequent ones only
/// @param authors the most frequent ones only
/// @param years of publication, the newest first
public record Counts(
        Map<SectionId, Integer> sections,
        Map<StoryKind, Integer> kinds,
        Map<ConceptId, Integer> concepts,
        Map<AuthorId, Integer> authors,
        Map<Integer, Integer> years) {

    public Counts {
        sections = inOrder(sections);
        kinds = inOrder(kinds);
        concepts = inOrder(concepts);
        authors = inOrder(authors);
        years = inOrder(years);
    }

    private static <K> Map<K, Integer> inOrder(Map<K, Integer> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
