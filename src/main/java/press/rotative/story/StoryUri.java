package press.rotative.story;

import java.time.Instant;
import java.util.UUID;

/// The `uri` of a new story: for ever, whatever becomes of its address.
public final class StoryUri {
    private static final String SCHEME = "urn:uuid:";

    private StoryUri() {}

    /// Tells nothing, not even when the story was begun.
    public static String random() {
        return SCHEME + UUID.randomUUID();
    }

    /// Of the form that begins with the time (RFC 9562, section 5.7): the many stories of an archive then lie side by
    /// side in the index of all, and filing them does not get slower as it grows.
    ///
    /// @param filed when the archive was filed
    public static String ofArchive(Instant filed) {
        UUID random = UUID.randomUUID();
        long timed = filed.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
        return SCHEME + new UUID(timed, random.getLeastSignificantBits());
    }
}
