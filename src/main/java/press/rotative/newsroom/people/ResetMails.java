package press.rotative.newsroom.people;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import press.rotative.people.signin.Asker;
import press.rotative.people.signin.Links;
import press.rotative.platform.Problem;

/// Looks for the account and sends the link after the answer is out, so that nobody learns from the time it takes who
/// has an account. What waits when the server ends is lost: whoever asked asks again.
@Singleton
final class ResetMails {
    private static final Logger LOG = Logger.getLogger(ResetMails.class);
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 30;

    private final Links links;
    private final Letters letters;
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("reset-mails").factory());

    ResetMails(Links links, Letters letters) {
        this.links = links;
        this.letters = letters;
        sender.allowCoreThreadTimeOut(true);
    }

    /// @param language of the screen on which it was asked for
    /// @throws Problem OVERLOADED when too many wait
    void begin(String email, Asker asker, String newspaper, String language) {
        try {
            sender.execute(() -> send(email, asker, newspaper, language));
        } catch (RejectedExecutionException full) {
            throw new Problem(
                            Problem.Category.OVERLOADED, "Too many ask for this at once. Try again in a minute.", full)
                    .as("problem.too.often");
        }
    }

    private void send(String email, Asker asker, String newspaper, String language) {
        try {
            links.resetFor(email, asker)
                    .ifPresent(link -> letters.sendReset(link.member(), newspaper, language, link.secret()));
        } catch (RuntimeException failure) {
            LOG.warn("a link for a new password was not made", failure);
        }
    }

    @PreDestroy
    void end() {
        sender.shutdownNow();
    }
}
