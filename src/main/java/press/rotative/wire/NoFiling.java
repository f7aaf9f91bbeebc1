package press.rotative.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files nothing: for a dry run, which needs neither a server nor a data directory. It remembers what it saw, so that a
/// capture that comes twice is skipped as it would be.
public final class NoFiling implements Filing {

    private static final int MOST_REMEMBERED = 200_000;

    private final Set<String> seen = new HashSet<>();

    @Override
    public Set<String> known(Set<String> digests) {
        Set<String> known = new HashSet<>(digests);
        known.retainAll(seen);
        return known;
    }

    @Override
    public List<Imported> file(List<Item> batch, Wishes wishes) {
        return batch.stream().map(this::seen).toList();
    }

    private Imported seen(Item item) {
        if (seen.size() < MOST_REMEMBERED) {
            seen.add(item.capture().digest());
        }
        return new Imported(
                item.capture().source(),
                Imported.Status.FILED,
                "Dry run: nothing was written.",
                Optional.of(item.clipping()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
