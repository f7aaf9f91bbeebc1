package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import press.rotative.people.signin.Asker;
import press.rotative.people.signin.Links;

/// Looks for the account and sends the link after the answer is out, so that nobody learns from the time it takes who
/// has an account. What waits when the server ends is lost: whoever asked asks again.
@Singleton
final class ResetMails {
    private final Links links;
    private final Letters letters;
    private final MailQueue queue;

    ResetMails(Links links, Letters letters, MailQueue queue) {
        this.links = links;
        this.letters = letters;
        this.queue = queue;
    }

    /// @param language of the screen on which it was asked for
    /// @throws Problem OVERLOADED when too many wait
    void begin(String email, Asker asker, String newspaper, String language) {
        queue.takeOrRefuse(MailQueue.Lane.LINKS, "a link for a new password", () -> links.resetFor(email, asker)
                .ifPresent(link -> letters.sendReset(link.member(), newspaper, language, link.secret())));
    }
}
