package press.rotative.newsroom.people;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import press.rotative.newsroom.PasskeyCopied;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.story.Editions;

/// Tells people by mail that somebody changed how their account is entered: if it was not they, they learn of it at
/// the one place that the other does not hold.
@Singleton
final class AccountMails {
    /// What was changed, in the messages as `mail.account.NAME`.
    enum Change {
        PASSWORD("password"),
        EMAIL_ASKED("email.asked"),
        EMAIL("email"),
        FACTOR_ADDED("factor.added"),
        FACTORS_REMOVED("factors.removed"),
        CODES("codes"),
        PASSKEY_ADDED("passkey.added"),
        PASSKEY_REMOVED("passkey.removed"),
        PASSKEY_COPIED("passkey.copied"),
        RESET_LINK("reset.link");

        private final String key;

        Change(String key) {
            this.key = key;
        }

        String key() {
            return "mail.account." + key;
        }

        /// What they do if it was not they. The address of before opens the account no more, nor gets links for it.
        String text() {
            return this == EMAIL ? "mail.account.text.left" : "mail.account.text";
        }
    }

    private static final Logger LOG = Logger.getLogger(AccountMails.class);

    private final Screens screens;
    private final Letters letters;
    private final MailQueue queue;

    AccountMails(Screens screens, Letters letters, MailQueue queue) {
        this.screens = screens;
        this.letters = letters;
        this.queue = queue;
    }

    /// The change is made by now: what goes wrong here is for the log alone.
    ///
    /// @param staffId whose account it is
    void tell(long staffId, Change change) {
        tell(() -> screens.read(sql -> new Staff(sql).member(staffId)).orElseThrow(), change);
    }

    /// @param member as they were before, so that the mail goes to the address of before
    void tell(Member member, Change change) {
        tell(() -> member, change);
    }

    private void tell(Supplier<Member> member, Change change) {
        if (!letters.areSent()) {
            return;
        }
        try {
            write(member.get(), change);
        } catch (RuntimeException unwritten) {
            LOG.warn("a mail about a changed account was not written", unwritten);
        }
    }

    void tell(@Observes PasskeyCopied passkey) {
        tell(passkey.staffId(), Change.PASSKEY_COPIED);
    }

    private void write(Member member, Change change) {
        Shell shell = screens.shell("account.title", null);
        ZoneId zone = screens.read(sql -> Editions.timeZone(new Editions(sql).all()));
        ZonedDateTime when = screens.now().atZone(zone);
        queue.take(
                MailQueue.Lane.NOTICES,
                "a mail about a changed account",
                () -> letters.sendChanged(member, shell, change.key(), change.text(), when));
    }
}
