package press.rotative.newsroom.people;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import press.rotative.people.StaffLog;

/// What the journal can be narrowed to. An act that is named nowhere here is one of the stories.
enum JournalKind {
    SIGNING_IN(
            "signed-in",
            "signed-out",
            "sign-in-failed",
            "second-factor-failed",
            "proof-failed",
            "factor-added",
            "passkey-added",
            "passkey-renamed",
            "passkey-removed",
            "passkey-refused",
            "codes-renewed",
            "password-changed",
            "password-reset",
            "email-asked",
            "email-withdrawn",
            "email-changed",
            "reset-asked",
            "sessions-ended"),
    PEOPLE(
            "first-administrator",
            "member-invited",
            "invitation-withdrawn",
            "member-joined",
            "rights-changed",
            "member-suspended",
            "member-brought-back",
            "factors-removed",
            "reset-link-made",
            "key-created",
            "key-revoked",
            "account-changed"),
    WEBHOOKS(
            "webhook-added",
            "webhook-changed",
            "webhook-paused",
            "webhook-resumed",
            "webhook-removed",
            "webhook-secret-rotated",
            "webhook-sent",
            "webhook-stopped"),
    LOOKING("person-viewed", "people-viewed", "invitations-viewed", "journal-viewed", "journal-checked"),
    STORIES,
    PUBLIC;

    private final Set<String> acts;

    JournalKind(String... acts) {
        this.acts = Set.of(acts);
    }

    /// As it stands in addresses: `signing.in`; also the end of a key of the messages.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<JournalKind> labelled(String label) {
        for (JournalKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// What is asked of the staff's own log.
    ///
    /// @param kind empty: all kinds
    static StaffLog.Asked asked(Optional<JournalKind> kind, OptionalLong person) {
        if (kind.isEmpty()) {
            return new StaffLog.Asked(Set.of(), Set.of(), person);
        }
        return kind.get() == STORIES
                ? new StaffLog.Asked(Set.of(), named(), person)
                : new StaffLog.Asked(kind.get().acts, Set.of(), person);
    }

    private static Set<String> named() {
        Set<String> named = new HashSet<>();
        for (JournalKind kind : values()) {
            named.addAll(kind.acts);
        }
        return named;
    }
}
