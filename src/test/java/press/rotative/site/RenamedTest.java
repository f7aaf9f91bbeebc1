package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// After which acts which names have to be read again.
class RenamedTest {
    private static final Subject MAUD = new AuthorId(8).subject();
    private static final Subject HARBOUR = new ConceptId(3).subject();

    @Test
    void one_that_was_renamed_or_made_is_alone() {
        assertEquals(
                new Renamed(false, Set.of(MAUD, HARBOUR)),
                Renamed.by(List.of(
                        act(PublicAct.RENAMED, MAUD),
                        act(PublicAct.PUBLISHED, new StoryId(5).subject()),
                        act(PublicAct.CREATED, HARBOUR))));
    }

    @Test
    void stories_have_no_names() {
        assertEquals(
                Renamed.NOTHING,
                Renamed.by(List.of(
                        act(PublicAct.PUBLISHED, new StoryId(5).subject()),
                        act(PublicAct.MOVED, new StoryId(5).subject()))));
    }

    @Test
    void what_concerns_more_than_one_name_concerns_all() {
        assertEquals(Renamed.ANYTHING, Renamed.by(List.of(act(PublicAct.MERGED, HARBOUR))));
        assertEquals(Renamed.ANYTHING, Renamed.by(List.of(act(PublicAct.SETTING_CHANGED, new EditionId(1).subject()))));
        assertEquals(
                Renamed.ANYTHING,
                Renamed.by(List.of(
                        act(PublicAct.RENAMED, MAUD), act(PublicAct.RENAMED, new Subject(Subject.Kind.OWN_PAGE, 1)))));
    }

    private static Publication act(PublicAct act, Subject subject) {
        return new Publication(1, Instant.EPOCH, act, subject, 1, 1, null, null, "", Set.of());
    }
}
