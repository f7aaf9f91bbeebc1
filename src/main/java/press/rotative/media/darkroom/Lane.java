package press.rotative.media.darkroom;

import java.time.Duration;

/// Work of one urgency: each lane has a queue and a child of its own, so that none waits behind another.
public enum Lane {
    /// Pictures that somebody sends and waits for.
    UPLOADS(16, 0, Duration.ofSeconds(20)),
    /// Renditions that a reader waits for.
    READERS(128, 0, Duration.ofSeconds(20)),
    /// Renditions that nobody waits for.
    BACKGROUND(2000, 15, Duration.ofSeconds(120));

    private final int room;
    private final int niceness;
    private final Duration longest;

    Lane(int room, int niceness, Duration longest) {
        this.room = room;
        this.niceness = niceness;
        this.longest = longest;
    }

    /// How many orders wait at most.
    int room() {
        return room;
    }

    int niceness() {
        return niceness;
    }

    /// An order that takes longer is given up.
    Duration longest() {
        return longest;
    }
}
