package press.rotative.jobs;

import java.time.Instant;
import press.rotative.platform.Announcement;

/// A job was set: whoever waits for the next one may have to wake earlier.
record JobSet(Instant dueAt) implements Announcement {}
