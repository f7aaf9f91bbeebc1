package press.rotative.story;

import press.rotative.jobs.JobKind;

/// Why a version that was decided on is not public yet.
public enum PlanKind {
    /// It waits for its instant (`publishAt`); the newsroom may publish something else before.
    SCHEDULED,
    /// Nothing of the story may be public before the instant (IPTC `embargoedUntil`: it binds all versions).
    EMBARGOED;

    JobKind job() {
        return switch (this) {
            case SCHEDULED -> JobKind.PUBLICATION;
            case EMBARGOED -> JobKind.EMBARGO;
        };
    }
}
