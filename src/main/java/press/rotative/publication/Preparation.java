package press.rotative.publication;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Makes ready what an act changes while the act is durable and not yet public.
@FunctionalInterface
public interface Preparation {
    /// Makes nothing ready.
    Preparation NONE = publications -> CompletableFuture.completedFuture(null);

    /// Finds out what the act touched, begins and returns.
    ///
    /// @return done when all is ready; it may be abandoned
    CompletableFuture<Void> begin(List<Publication> publications);

    /// The act is public. Looks at what became of its pages; it must not wait and not fail.
    default void done(List<Publication> publications) {}
}
