package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The whole table of publication status x workflow x plan: after the last bar the acts that are allowed there. `-` is
/// never published and nothing planned; EXPIRED is withheld because its time was over; `*` is every workflow
/// but DISCARDED, which never is public.
class StoryStateTest {
    private static final String TABLE = """
            -        | PITCH INCOMING | -  | SAVE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            -        | DRAFT IN_REVIEW READY PUBLISHED | - | SAVE PUBLISH SCHEDULE EMBARGO SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            -        | PITCH INCOMING | SCHEDULED | SAVE RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            -        | DRAFT IN_REVIEW READY PUBLISHED | SCHEDULED | SAVE PUBLISH SCHEDULE EMBARGO RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            -        | PITCH INCOMING | EMBARGOED | SAVE RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            -        | DRAFT IN_REVIEW READY PUBLISHED | EMBARGOED | SAVE EMBARGO RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            USABLE   | INCOMING PITCH DRAFT IN_REVIEW READY | - | SAVE PUBLISH UPDATE SCHEDULE CORRECT SET_EXPIRY WITHHOLD KILL DESTROY MOVE CHANGE_SLUG
            USABLE   | PUBLISHED | -       | SAVE CORRECT SET_EXPIRY WITHHOLD KILL DESTROY MOVE CHANGE_SLUG
            USABLE   | INCOMING PITCH DRAFT IN_REVIEW READY | SCHEDULED | SAVE PUBLISH UPDATE SCHEDULE CORRECT RESCHEDULE UNSCHEDULE SET_EXPIRY WITHHOLD KILL DESTROY MOVE CHANGE_SLUG
            USABLE   | PUBLISHED | SCHEDULED | SAVE CORRECT RESCHEDULE UNSCHEDULE SET_EXPIRY WITHHOLD KILL DESTROY MOVE CHANGE_SLUG
            USABLE   | *       | EMBARGOED | SAVE RESCHEDULE UNSCHEDULE SET_EXPIRY WITHHOLD KILL DESTROY MOVE CHANGE_SLUG
            WITHHELD | *       | -         | SAVE RELEASE KILL SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            WITHHELD | *       | SCHEDULED | SAVE RELEASE KILL RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            WITHHELD | *       | EMBARGOED | SAVE RELEASE KILL RESCHEDULE UNSCHEDULE SET_EXPIRY DESTROY MOVE CHANGE_SLUG
            EXPIRED  | *       | -         | SAVE RELEASE KILL DESTROY MOVE CHANGE_SLUG
            EXPIRED  | *       | SCHEDULED | SAVE RELEASE KILL RESCHEDULE UNSCHEDULE DESTROY MOVE CHANGE_SLUG
            EXPIRED  | *       | EMBARGOED | SAVE RELEASE KILL RESCHEDULE UNSCHEDULE DESTROY MOVE CHANGE_SLUG
            -        | DISCARDED | -       | DESTROY
            -        | DISCARDED | SCHEDULED | DESTROY
            -        | DISCARDED | EMBARGOED | DESTROY
            USABLE   | DISCARDED | -       | DESTROY
            USABLE   | DISCARDED | SCHEDULED | DESTROY
            USABLE   | DISCARDED | EMBARGOED | DESTROY
            WITHHELD | DISCARDED | -       | DESTROY
            WITHHELD | DISCARDED | SCHEDULED | DESTROY
            WITHHELD | DISCARDED | EMBARGOED | DESTROY
            EXPIRED  | DISCARDED | -       | DESTROY
            EXPIRED  | DISCARDED | SCHEDULED | DESTROY
            EXPIRED  | DISCARDED | EMBARGOED | DESTROY
            CANCELED | DISCARDED | -       | DESTROY
            CANCELED | DISCARDED | SCHEDULED | DESTROY
            CANCELED | DISCARDED | EMBARGOED | DESTROY
            CANCELED | *       | -         | DESTROY
            CANCELED | *       | SCHEDULED | DESTROY
            CANCELED | *       | EMBARGOED | DESTROY
            """;

    @Test
    void each_state_allows_exactly_its_acts() {
        table().forEach((state, expected) -> {
            var allowed = new TreeSet<String>();
            for (StoryState.Move move : StoryState.Move.values()) {
                if (state.refusal(move).isEmpty()) {
                    allowed.add(move.name());
                }
            }
            assertEquals(new TreeSet<>(expected), allowed, state::toString);
        });
    }

    @Test
    void the_table_names_every_state() {
        int statuses = PubStatus.values().length + 2; // never published, expired
        int plans = PlanKind.values().length + 1;
        assertEquals(statuses * Workflow.values().length * plans, table().size());
    }

    private static Map<StoryState, Set<String>> table() {
        var table = new HashMap<StoryState, Set<String>>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.split("\\|");
            String status = cells[0].strip();
            boolean expired = status.equals("EXPIRED");
            @Nullable
            PubStatus pubStatus = expired ? PubStatus.WITHHELD : status.equals("-") ? null : PubStatus.valueOf(status);
            @Nullable PlanKind plan = cells[2].strip().equals("-") ? null : PlanKind.valueOf(cells[2].strip());
            for (Workflow workflow : workflows(cells[1].strip())) {
                var state = new StoryState(pubStatus, workflow, plan, expired);
                assertNull(table.put(state, Set.of(cells[3].strip().split(" "))), () -> "twice: " + state);
            }
        });
        return table;
    }

    private static Iterable<Workflow> workflows(String cell) {
        return cell.equals("*")
                ? EnumSet.complementOf(EnumSet.of(Workflow.DISCARDED))
                : Arrays.stream(cell.split(" ")).map(Workflow::valueOf).toList();
    }
}
