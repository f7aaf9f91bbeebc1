package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.story.Lacks;
import press.rotative.story.PlanKind;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;
import press.rotative.story.StoryState;
import press.rotative.story.Workflow;

/// Whatever an act on a story refuses is said in the language of the screen.
class RefusalsTest {
    @Test
    void every_refusal_of_a_state_has_words() {
        var unknown = new ArrayList<String>();
        for (PubStatus status : new PubStatus[] {null, PubStatus.USABLE, PubStatus.WITHHELD, PubStatus.CANCELED}) {
            for (Workflow workflow : Workflow.values()) {
                for (PlanKind plan : new PlanKind[] {null, PlanKind.SCHEDULED, PlanKind.EMBARGOED}) {
                    for (boolean expired : new boolean[] {false, true}) {
                        for (StoryState.Move move : StoryState.Move.values()) {
                            new StoryState(status, workflow, plan, expired)
                                    .refusal(move)
                                    .filter(sentence -> !Refusals.knows(sentence))
                                    .ifPresent(unknown::add);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void every_lack_has_words() {
        var bare = Cast.bareArticle("Titre", new SectionId(1));
        for (StoryKind kind : StoryKind.values()) {
            for (String lack : Lacks.of(bare.withKind(kind), Map.of())) {
                assertTrue(Refusals.knows(lack), lack);
            }
        }
    }

    @Test
    void what_is_not_known_is_said_as_it_is() {
        Words arabic = Words.in("newsroom", Tongue.of("ar"), Digits.WESTERN);
        assertEquals("Something new.", Refusals.say(arabic, "Something new."));
        assertEquals("الصورة 12 بلا حقوق.", Refusals.say(arabic, "Picture 12 has no credit. Name who made it."));
    }
}
