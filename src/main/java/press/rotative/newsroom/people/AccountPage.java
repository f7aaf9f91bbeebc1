package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;

/// One's own account as the screen shows it.
///
/// @param emailAsked the address that waits to be confirmed; null: none
/// @param password whether one has one; else one comes in by passkeys alone
/// @param codesLeft how many recovery codes are left, in words; null: there is no second step that they stand in for
/// @param passkeysHold whether browsers give passkeys at this newsroom's address
/// @param sessions in which one is in now, the last seen first
public record AccountPage(
        Shell shell,
        Form form,
        Member member,
        @Nullable String emailAsked,
        boolean password,
        @Nullable String codesLeft,
        List<PasskeyLine> passkeys,
        boolean passkeysHold,
        List<SessionLine> sessions) {
    public AccountPage {
        passkeys = List.copyOf(passkeys);
        sessions = List.copyOf(sessions);
    }
}
