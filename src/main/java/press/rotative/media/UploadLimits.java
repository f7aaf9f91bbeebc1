package press.rotative.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;

/// How much one member of staff may send: four files at once, 5 GB an hour. The operator of the machine has the disk
/// anyway, and brings whole archives: they have no limit.
public final class UploadLimits {
    private static final int AT_ONCE = 4;
    private static final long AN_HOUR = 5L << 30;

    private final Clock clock;
    private final long mostAnHour;
    private final Map<Long, Account> accounts = new HashMap<>();

    public UploadLimits(Clock clock) {
        this(clock, AN_HOUR);
    }

    /// @param mostAnHour bytes
    public UploadLimits(Clock clock, long mostAnHour) {
        this.clock = clock;
        this.mostAnHour = mostAnHour;
    }

    private static final class Account {
        int underWay;
        final ArrayDeque<Sent> sent = new ArrayDeque<>();

        long bytes() {
            return sent.stream().mapToLong(Sent::bytes).sum();
        }
    }

    private record Sent(Instant at, long bytes) {}

    /// Begins one upload; [#end] must follow.
    ///
    /// @throws Problem TOO_MANY when this one is too much
    public synchronized void begin(Actor actor) {
        if (actor.equals(Actor.OPERATOR)) {
            return;
        }
        forgetOld();
        Account account = accounts.computeIfAbsent(actor.staffId(), id -> new Account());
        if (account.underWay >= AT_ONCE) {
            throw new Problem(
                            Problem.Category.TOO_MANY,
                            "You are sending " + AT_ONCE + " files already. Send this one when one of them is done.")
                    .as("problem.upload.at.once", AT_ONCE);
        }
        if (account.bytes() >= mostAnHour) {
            throw new Problem(
                            Problem.Category.TOO_MANY,
                            "You have sent 5 GB in the last hour. Send the others an hour later.")
                    .as("problem.upload.hour");
        }
        account.underWay++;
    }

    /// @param bytes that were sent
    public synchronized void end(Actor actor, long bytes) {
        if (actor.equals(Actor.OPERATOR)) {
            return;
        }
        Account account = accounts.computeIfAbsent(actor.staffId(), id -> new Account());
        account.underWay--;
        account.sent.addLast(new Sent(clock.instant(), bytes));
    }

    private void forgetOld() {
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        Iterator<Account> each = accounts.values().iterator();
        while (each.hasNext()) {
            Account account = each.next();
            while (!account.sent.isEmpty() && account.sent.getFirst().at().isBefore(hourAgo)) {
                account.sent.removeFirst();
            }
            if (account.underWay == 0 && account.sent.isEmpty()) {
                each.remove();
            }
        }
    }
}
