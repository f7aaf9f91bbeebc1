package press.rotative.publication;

import java.util.concurrent.atomic.AtomicLong;

/// The number of the log up to which the public pages are right. A cached page rendered under a lower number is
/// doubtful. It never falls.
public final class PublicNumber {
    private final AtomicLong number = new AtomicLong();

    public long current() {
        return number.get();
    }

    public void raise(long seq) {
        number.accumulateAndGet(seq, Math::max);
    }
}
