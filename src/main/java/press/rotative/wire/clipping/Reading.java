package press.rotative.wire.clipping;

/// What reading a capture came to.
public sealed interface Reading {
    record Read(Clipping clipping) implements Reading {}

    /// `reason` is one sentence about the source and one that says what to do: "is empty. Capture the page again."
    record Refused(String reason) implements Reading {}
}
