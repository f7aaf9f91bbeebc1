package press.rotative.jobs;

import java.util.Locale;

/// What a job does. The names are stored; what each means is said where it is run ([JobWork]).
public enum JobKind {
    /// The rights of a picture end, or begin. Subject: the picture.
    RIGHTS_END,
    /// A new day begins in the time zone of an edition. Subject: the edition.
    MIDNIGHT;

    /// As people read it: `rights-end`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
