package press.rotative.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Bodies of requests that are read whole.
public final class Bodies {
    /// Of most requests, in bytes: 2 MB.
    public static final int LARGEST = 2 * 1024 * 1024;

    private Bodies() {}

    /// @param body null: there is none
    /// @param tooLarge what to throw beyond [#LARGEST], whatever length the request said
    public static byte[] whole(@Nullable InputStream body, Supplier<Problem> tooLarge) {
        if (body == null) {
            return new byte[0];
        }
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw tooLarge.get();
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem(Problem.Category.INVALID, "The body of the request broke off.", e);
        }
    }
}
