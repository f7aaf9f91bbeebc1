package press.rotative.story;

/// Publication status (IPTC `pubStatus`). A story that was never published has none.
public enum PubStatus {
    USABLE,
    WITHHELD,
    CANCELED
}
