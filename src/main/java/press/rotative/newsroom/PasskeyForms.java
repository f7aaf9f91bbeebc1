package press.rotative.newsroom;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.passkeys.Answer;
import press.rotative.people.passkeys.Refusal;
import press.rotative.people.passkeys.Site;
import press.rotative.people.signin.PasskeySignIn;
import press.rotative.platform.Problem;

/// What forms with a passkey have in common: what they offer, what comes back in them, and what is said when it is not
/// taken.
@Singleton
public final class PasskeyForms {
    private static final String ANSWER = "answer";
    private static final Set<String> MAKING = Set.of("new", "factor", "setup", "invitation");

    private final HomeAddress home;
    private final Event<PasskeyCopied> copies;

    PasskeyForms(HomeAddress home, Event<PasskeyCopied> copies) {
        this.home = home;
        this.copies = copies;
    }

    /// The script that asks the browser.
    public static String script() {
        return Screens.asset("passkeys.js");
    }

    /// @param ceremony the end of the address where a challenge is asked for, such as `proof` or `setup/SECRET`
    /// @return null: browsers give no passkeys at this newsroom's address
    public @Nullable PasskeyOffer offer(String ceremony) {
        return home.passkeys()
                .map(site -> new PasskeyOffer(
                        "/newsroom/passkey/" + ceremony,
                        MAKING.contains(ceremony.replaceFirst("/.*", "")),
                        site.origin()))
                .orElse(null);
    }

    /// Where passkeys hold.
    ///
    /// @throws Problem CONFLICT where browsers give none
    public Site site() {
        return home.passkeys()
                .orElseThrow(() -> Problem.conflict("Passkeys need the newsroom to be reached by a name and over TLS. "
                                + "The operator sets ROTATIVE_URL.")
                        .as("problem.passkey.nowhere"));
    }

    /// Whether a passkey was used to send a form.
    public static boolean sent(Form form) {
        return !form.value(ANSWER).isEmpty();
    }

    /// What the script put into a form.
    public static Answer answer(Form form) {
        return new Answer(form.value("ticket"), form.value(ANSWER));
    }

    /// The key of the sentence that says why a passkey did not open. That an authenticator counted backwards is told.
    public String refused(PasskeySignIn.Outcome.Wrong wrong) {
        if (wrong.why() == Refusal.COUNTER) {
            copies.fire(new PasskeyCopied(wrong.staffId()));
        }
        return said(wrong.why(), "passkey.refused");
    }

    /// The key of the sentence that says why a new passkey was not taken.
    public static String notKept(Refusal why) {
        return said(why, "passkey.not.taken");
    }

    private static String said(Refusal why, String otherwise) {
        return switch (why) {
            case CHALLENGE -> "passkey.late";
            case VERIFICATION -> "passkey.unverified";
            case UNREADABLE, ORIGIN, DOMAIN, SIGNATURE, COUNTER, UNKNOWN, OWNER, RULE -> otherwise;
        };
    }
}
