package press.rotative.platform;

/// Something that a durable act tells the rest of the program. It carries a number of a chain.
public interface Announcement {

    /// Position in the chain, from 1.
    long seq();

    /// Chain hash at that position, 64 hexadecimal digits.
    String hash();
}
