package press.rotative.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that must happen at an instant. There is at most one of a kind for a subject.
///
/// @param subject number of the story, picture or edition; the kind says which
/// @param dueAt when it should happen
/// @param attempts how often it failed
/// @param failure why it failed last; null: it did not
/// @param parked it failed too often and is no longer tried; somebody must look
public record Job(
        JobKind kind,
        long subject,
        Instant dueAt,
        int attempts,
        @Nullable String failure,
        boolean parked) {}
