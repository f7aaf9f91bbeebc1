package press.rotative.platform;

/// A function of a transaction and its own inputs. No network, rendering or slow hashing inside: on SQLite all
/// writers wait for it. It may run more than once (PostgreSQL retries serialisation failures).
@FunctionalInterface
public interface Work<T> {
    T perform(Transaction transaction);
}
