package press.rotative.publication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;

/// The way every act goes: one durable transaction, head file, followers, then the public number is raised once and
/// the act is acknowledged. When [#perform] returns, every page is right.
public final class Acts {
    /// How long an act that adds something waits for the search index.
    public static final Duration FOLLOWERS_WAIT = Duration.ofMillis(30);

    /// An act of more publications than this, as of an import, waits for nobody: no index takes so many in that time.
    private static final int MOST_WAITED_FOR = 100;

    private final Database database;
    private final PublicNumber number;
    private final List<Follower> followers;
    private final List<Consequence> consequences;
    private volatile Preparation preparation = Preparation.NONE;

    public Acts(
            Database database,
            HeadFile headFile,
            PublicNumber number,
            List<Follower> followers,
            List<Consequence> consequences) {
        this.database = database;
        this.number = number;
        this.followers = List.copyOf(followers);
        this.consequences = List.copyOf(consequences);
        database.onDurable(announcements -> writeHead(headFile, announcements));
    }

    /// What is made ready between commit and acknowledgement, for as long as followers are waited for. Nothing is made
    /// ready before an act that takes something away is public.
    public void prepareWith(Preparation preparation) {
        this.preparation = preparation;
    }

    private static void writeHead(HeadFile headFile, List<Announcement> announcements) {
        Optional<Chain.Head> publication = Optional.empty();
        Optional<Chain.Head> staff = Optional.empty();
        for (Announcement announcement : announcements) {
            if (announcement instanceof Publication row) {
                publication = Optional.of(new Chain.Head(row.seq(), row.hash()));
            } else if (announcement instanceof ChainGrew(Chain.Head head)) {
                staff = Optional.of(head);
            }
        }
        headFile.write(publication, staff);
    }

    /// Performs one act.
    ///
    /// @throws press.rotative.platform.Problem what the act refuses
    public <T> Receipt<T> perform(Act<T> act) {
        Performed<T> performed = database.write(transaction -> {
            T value = act.perform(transaction);
            consequences.forEach(each -> each.follow(transaction));
            return new Performed<>(value, publications(transaction.announcements()));
        });
        if (!performed.publications().isEmpty()) {
            becomePublic(performed.publications());
        }
        return new Receipt<>(performed.value(), performed.publications());
    }

    private record Performed<T>(T value, List<Publication> publications) {}

    private static List<Publication> publications(List<Announcement> announcements) {
        var publications = new ArrayList<Publication>(announcements.size());
        for (Announcement announcement : announcements) {
            if (announcement instanceof Publication publication) {
                publications.add(publication);
            }
        }
        return publications;
    }

    private void becomePublic(List<Publication> publications) {
        long seq = publications.getLast().seq();
        boolean waits = publications.size() <= MOST_WAITED_FOR;
        long end = System.nanoTime() + (waits ? FOLLOWERS_WAIT.toNanos() : 0);
        followers.forEach(follower -> follower.nudge(seq));
        boolean takesAway = publications.stream().anyMatch(each -> each.act().takesAway());
        if (takesAway) {
            number.raise(seq);
        }
        CompletableFuture<Void> ready = preparation.begin(publications);
        for (Follower follower : followers) {
            follower.awaitCaughtUp(seq, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        if (!takesAway) {
            await(ready, end - System.nanoTime());
        }
        number.raise(seq);
        preparation.done(publications);
    }

    private static void await(CompletableFuture<Void> ready, long nanos) {
        try {
            ready.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            // Who asks first makes the page.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
