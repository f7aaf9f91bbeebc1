package press.rotative.publication;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What is known of the last acts, by the numbers they took.
class RecentNumbersTest {
    private final RecentNumbers<String> acts = new RecentNumbers<>();

    @Test
    void all_acts_after_one_number_up_to_another_are_asked_and_no_others() {
        acts.add(5, 6, "port");
        acts.add(7, 7, "ville");
        assertTrue(acts.all(6, 7, "ville"::equals));
        assertFalse(acts.all(5, 7, "ville"::equals), "6 is of the act before");
        assertTrue(acts.all(7, 7, act -> false), "nothing happened");
    }

    @Test
    void nothing_is_said_across_a_gap() {
        acts.add(5, 5, "port");
        acts.add(7, 7, "ville");
        assertFalse(acts.all(4, 7, act -> true), "6 is not known");
        assertFalse(acts.all(3, 5, act -> true), "4 is not known");
        assertFalse(acts.all(6, 8, act -> true), "8 is not known yet");
        for (long number = 8; number < 1000; number++) {
            acts.add(number, number, "sport");
        }
        assertTrue(acts.all(900, 999, "sport"::equals));
        assertFalse(acts.all(7, 999, "sport"::equals), "long ago is forgotten");
    }

    @Test
    void large_acts_are_forgotten_sooner() {
        for (int act = 0; act < 40; act++) {
            acts.add(1 + 500L * act, 500L * (act + 1), "port");
        }
        assertTrue(acts.all(5_000, 20_000, "port"::equals));
        assertFalse(acts.all(2_000, 20_000, act -> true));
        acts.add(20_001, 60_000, "ville");
        assertFalse(acts.all(20_000, 60_000, act -> true), "too large to be kept");
        acts.add(60_001, 60_001, "sport");
        assertTrue(acts.all(60_000, 60_001, "sport"::equals));
    }
}
