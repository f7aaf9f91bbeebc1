package press.rotative.wire;

import org.junit.jupiter.api.Tag;

/// The same with pages of the largest size that is read at all.
@Tag("long")
class LargestCapturesTest extends HostileCapturesTest {
    @Override
    int lineLength() {
        return 150_000;
    }

    @Override
    int lines() {
        return 48_000;
    }
}
