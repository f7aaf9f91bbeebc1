package press.rotative.site;

import java.util.Optional;

/// Where answers come from: made for each asker, or kept.
interface PageSource {

    /// The right answer at this moment; may read the database.
    ///
    /// @throws press.rotative.platform.Problem when the store is overloaded or full
    MadePage page(Route route);

    /// The right answer if it is at hand, without waiting for anything.
    Optional<MadePage> ready(Route route);
}
