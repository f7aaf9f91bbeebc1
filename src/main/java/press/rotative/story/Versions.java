package press.rotative.story;

import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The check that keeps two writers from overwriting each other.
public final class Versions {
    private Versions() {}

    /// @throws Problem CHANGED when somebody was faster
    public static void expect(@Nullable Integer expected, int actual, String what) {
        if (expected != null && expected != actual) {
            throw new Problem(
                            Problem.Category.CHANGED,
                            what + " was changed meanwhile (you saw " + expected + ", it is now " + actual
                                    + "). Read it again, put your change on top, and send it again; nothing was "
                                    + "overwritten.")
                    .as("problem.changed");
        }
    }
}
