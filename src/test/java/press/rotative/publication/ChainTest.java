package press.rotative.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void the_first_row_of_a_day_is_found_wherever_the_day_begins() {
        for (long last = 0; last < 20; last++) {
            for (long first = 1; first <= last + 1; first++) {
                long from = first;
                assertEquals(first, Chain.firstWhere(last, seq -> seq >= from), first + " of " + last);
            }
        }
    }
}
