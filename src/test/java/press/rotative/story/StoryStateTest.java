package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole table of publication status x workflow: after the colon the acts that are allowed there.
class StoryStateTest {

    @ParameterizedTest
    @CsvSource({
        "-, PITCH, SAVE DESTROY MOVE CHANGE_SLUG",
        "-, DRAFT, SAVE PUBLISH DESTROY MOVE CHANGE_SLUG",
        "-, IN_REVIEW, SAVE PUBLISH DESTROY MOVE CHANGE_SLUG",
        "-, READY, SAVE PUBLISH DESTROY MOVE CHANGE_SLUG",
        "-, PUBLISHED, SAVE PUBLISH DESTROY MOVE CHANGE_SLUG",
        "USABLE, PITCH, SAVE PUBLISH UPDATE CORRECT WITHHOLD KILL DESTROY MOVE CHANGE_SLUG",
        "USABLE, DRAFT, SAVE PUBLISH UPDATE CORRECT WITHHOLD KILL DESTROY MOVE CHANGE_SLUG",
        "USABLE, IN_REVIEW, SAVE PUBLISH UPDATE CORRECT WITHHOLD KILL DESTROY MOVE CHANGE_SLUG",
        "USABLE, READY, SAVE PUBLISH UPDATE CORRECT WITHHOLD KILL DESTROY MOVE CHANGE_SLUG",
        "USABLE, PUBLISHED, SAVE CORRECT WITHHOLD KILL DESTROY MOVE CHANGE_SLUG",
        "WITHHELD, PITCH, SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG",
        "WITHHELD, DRAFT, SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG",
        "WITHHELD, IN_REVIEW, SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG",
        "WITHHELD, READY, SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG",
        "WITHHELD, PUBLISHED, SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG",
        "CANCELED, PITCH, DESTROY",
        "CANCELED, DRAFT, DESTROY",
        "CANCELED, IN_REVIEW, DESTROY",
        "CANCELED, READY, DESTROY",
        "CANCELED, PUBLISHED, DESTROY",
    })
    void each_state_allows_exactly_its_acts(String status, Workflow workflow, String allowed) {
        @Nullable PubStatus pubStatus = status.equals("-") ? null : PubStatus.valueOf(status);
        var state = new StoryState(pubStatus, workflow);
        Set<String> expected = Set.of(allowed.split(" "));
        for (StoryState.Move move : StoryState.Move.values()) {
            assertEquals(expected.contains(move.name()), state.refusal(move).isEmpty(), () -> state + " " + move);
        }
    }
}
