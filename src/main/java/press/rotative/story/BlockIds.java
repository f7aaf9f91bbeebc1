package press.rotative.story;

import java.util.function.Supplier;

/// Ids for new blocks: `b1`, `b2` ... beyond those a story had; the body asks again when one is taken.
public final class BlockIds implements Supplier<String> {
    private int last;

    public BlockIds(int already) {
        this.last = already;
    }

    @Override
    public String get() {
        return "b" + ++last;
    }
}
