package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeapBoundTest {
    private static final long MIB = 1L << 20;

    private long alive;
    private long dead;
    private int collections;

    private final HeapBound bound = new HeapBound(() -> alive + dead, () -> {
        dead = 0;
        collections++;
    });

    @Test
    void leavesASmallHeapInPeace() {
        alive = HeapBound.FLOOR / 2;
        dead = HeapBound.FLOOR / 2;
        bound.look();
        assertEquals(0, collections);
    }

    @Test
    void collectsAHeapThatHasDoubledAndNotBefore() {
        alive = 100 * MIB;
        dead = 60 * MIB;
        bound.look();
        assertEquals(1, collections);
        dead = 90 * MIB;
        bound.look();
        assertEquals(1, collections);
        dead = 101 * MIB;
        bound.look();
        assertEquals(2, collections);
    }

    @Test
    void doesNotCollectAgainAndAgainWhatIsAlive() {
        alive = 300 * MIB;
        for (int i = 0; i < 5; i++) {
            bound.look();
        }
        assertEquals(1, collections);
    }
}
