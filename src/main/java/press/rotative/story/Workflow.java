package press.rotative.story;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Where the newsroom stands with a story's newest text; never merged with [PubStatus].
public enum Workflow {
    /// It was imported, and nobody has taken it in: it waits in the wire inbox.
    INCOMING,
    PITCH,
    DRAFT,
    IN_REVIEW,
    READY,
    PUBLISHED,
    /// It was imported, and the newsroom does not want it. It can be brought back into the inbox.
    DISCARDED;

    /// The states in which the desk has a story: all but those of the wire inbox.
    public static final Set<Workflow> ON_THE_DESK =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(INCOMING, DISCARDED)));

    /// Whether the story stands in the wire inbox, waiting or discarded.
    public boolean inInbox() {
        return !ON_THE_DESK.contains(this);
    }
}
