package press.rotative.wire;

import org.junit.jupiter.api.Tag;

/// The same with more broken pages, or as many as are wished for:
///
/// ```sh
/// mvn test -Dtest=ManyMutatedPagesTest -Drotative.mutations=20000 -Drotative.mutations.seed=7
/// ```
@Tag("long")
class ManyMutatedPagesTest extends MutatedPagesTest {
    @Override
    int mutations() {
        return Integer.getInteger("rotative.mutations", 800);
    }
}
