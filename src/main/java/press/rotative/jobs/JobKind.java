package press.rotative.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a job does. The names are stored; what each means is said where it is run ([JobWork]).
public enum JobKind {
    /// A scheduled version of a story becomes public.
    PUBLICATION(Of.STORY),
    /// The embargo of a story ends and its version becomes public.
    EMBARGO(Of.STORY),
    /// The public may read a story no longer.
    EXPIRY(Of.STORY),
    /// The rights of a picture end, or begin.
    RIGHTS_END(Of.PICTURE),
    /// A new day begins in the time zone of an edition.
    MIDNIGHT(Of.EDITION),
    /// The alert of an edition goes.
    ALERT_END(Of.EDITION);

    private enum Of {
        STORY,
        PICTURE,
        EDITION
    }

    private final Of of;

    JobKind(Of of) {
        this.of = of;
    }

    /// Whether its subject is a story.
    public boolean ofStory() {
        return of == Of.STORY;
    }

    /// As people read it: `rights-end`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kinds whose subjects are numbers of the same things, itself among them.
    List<JobKind> kin() {
        return Arrays.stream(values()).filter(each -> each.of == of).toList();
    }
}
