package press.rotative.media;

/// What became of a file that was sent.
public sealed interface Taken {
    /// The same bytes were sent before; this is the picture they became.
    record Known(Picture picture) implements Taken {}

    /// It is stored, and may be named by an act.
    record Fresh(NewPicture picture) implements Taken {}
}
