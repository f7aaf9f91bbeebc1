package press.rotative.webhooks;

import java.util.Locale;

/// Whether a webhook is delivered to.
public enum HookState {
    ACTIVE,
    /// somebody paused it
    PAUSED,
    /// it was tried for five days in vain
    GIVEN_UP,
    /// the receiver said that it is no longer there (status 410)
    GONE;

    /// As it stands in the API and in keys of the messages: `given-up`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether nobody decided that it stops: somebody must look.
    public boolean alarming() {
        return this == GIVEN_UP || this == GONE;
    }
}
