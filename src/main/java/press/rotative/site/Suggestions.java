package press.rotative.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import press.rotative.story.Edition;

/// What a reader may mean who has typed so far: concepts, authors, headlines, as JSON. Each leads straight to its page.
final class Suggestions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONCEPTS = 3;
    private static final int AUTHORS = 2;
    private static final int STORIES = 5;
    private static final int SHORTEST = 2;

    private final Snapshot snapshot;

    Suggestions(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// One line of the list.
    ///
    /// @param kind what it is, in words; empty for a story
    private record Suggestion(String label, String kind, String href) {}

    String json(Voice voice, String typed) {
        var all = new ArrayList<Suggestion>();
        Edition edition = voice.edition();
        if (typed.codePointCount(0, typed.length()) >= SHORTEST) {
            snapshot.conceptsBeginning(edition, typed, CONCEPTS)
                    .forEach(concept -> all.add(new Suggestion(
                            concept.label(edition.language()).text(),
                            voice.words().say("kind." + concept.kind().label()),
                            Places.concept(edition, concept))));
            snapshot.authorsBeginning(edition, typed, AUTHORS)
                    .forEach(author -> all.add(new Suggestion(
                            author.name(), voice.words().say("kind.author"), Places.author(edition, author))));
            var stories = snapshot.beginning(edition, typed, STORIES);
            var teasers = new TeaserMaker(snapshot, voice, stories);
            stories.forEach(story -> all.add(new Suggestion(story.content().headline(), "", teasers.path(story))));
        }
        return written(all);
    }

    private static String written(List<Suggestion> all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
