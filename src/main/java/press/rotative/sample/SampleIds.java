package press.rotative.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;

/// Which number each key of the sample was given. A key that is missing here is a mistake in the sample.
final class SampleIds {
    private final Map<String, EditionId> editions = new HashMap<>();
    private final Map<String, SectionId> sections = new HashMap<>();
    private final Map<String, AuthorId> authors = new HashMap<>();
    private final Map<String, ConceptId> concepts = new HashMap<>();
    private final Map<String, PictureId> pictures = new HashMap<>();
    private final Map<String, StoryId> stories = new HashMap<>();

    void edition(String code, EditionId id) {
        editions.put(code, id);
    }

    EditionId edition(String code) {
        return known(editions, code);
    }

    void section(String edition, String slug, SectionId id) {
        sections.put(edition + "/" + slug, id);
    }

    SectionId section(String edition, String slug) {
        return known(sections, edition + "/" + slug);
    }

    void author(String edition, String key, AuthorId id) {
        authors.put(edition + "/" + key, id);
    }

    AuthorId author(String edition, String key) {
        return known(authors, edition + "/" + key);
    }

    void concept(String key, ConceptId id) {
        concepts.put(key, id);
    }

    ConceptId concept(String key) {
        return known(concepts, key);
    }

    void picture(PictureKey key, PictureId id) {
        pictures.put(key.toString(), id);
    }

    PictureId picture(PictureKey key) {
        return known(pictures, key.toString());
    }

    void story(String key, StoryId id) {
        stories.put(key, id);
    }

    StoryId story(String key) {
        return known(stories, key);
    }

    private static <T> T known(Map<String, T> all, String key) {
        @Nullable T id = all.get(key);
        if (id == null) {
            throw new IllegalArgumentException("The sample names '" + key + "', which it does not have.");
        }
        return id;
    }

    /// A picture of the library belongs to one edition, whose language its words are in; it is a file picture or not.
    record PictureKey(String edition, String picture, boolean archive) {}
}
