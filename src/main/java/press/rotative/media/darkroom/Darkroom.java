package press.rotative.media.darkroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import press.rotative.platform.Problem;

/// Where pictures are read and written: in child processes, one a [Lane], started when there is work and ended when
/// there was none for a minute. Whatever a file does to its reader, here it is a [Result.Refused].
public final class Darkroom implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Map<Lane, Desk> desks = new EnumMap<>(Lane.class);

    /// @param folder for what the children write; made when the first of them starts
    public Darkroom(Path folder) {
        this(folder, false, IDLE);
    }

    /// @param javaOnly do without libvips, even where it is installed
    /// @param idle how long a child stays without work
    public Darkroom(Path folder, boolean javaOnly, Duration idle) {
        for (Lane lane : Lane.values()) {
            desks.put(lane, new Desk(lane, folder.toAbsolutePath(), javaOnly, idle));
        }
    }

    /// Performs the order and waits for it.
    ///
    /// @throws Problem OVERLOADED when too many wait in this lane
    public Result perform(Lane lane, Order order) {
        return begin(lane, order)
                .orElseThrow(() -> new Problem(
                                Problem.Category.OVERLOADED,
                                "Too many pictures are waiting to be read (" + lane.room()
                                        + "). Nothing was stored; send this one again in a few seconds.")
                        .as("problem.picture.crowd"))
                .join();
    }

    /// Puts the order into the queue.
    ///
    /// @return its result to come; empty when the queue is full
    public Optional<CompletableFuture<Result>> begin(Lane lane, Order order) {
        return Optional.ofNullable(desk(lane).take(order));
    }

    /// The formats that are written here, as a child of this lane said at its start; all while none was started.
    public Set<Format> formats(Lane lane) {
        Protocol.Hello hello = desk(lane).hello();
        return hello == null ? Set.of(Format.values()) : hello.formats();
    }

    /// How one lane is.
    ///
    /// @param done orders performed
    /// @param lost children that died or were ended over an order
    public record Figures(int waiting, long done, long lost) {}

    public Figures figures(Lane lane) {
        Desk desk = desk(lane);
        return new Figures(desk.waiting(), desk.done(), desk.lost());
    }

    private Desk desk(Lane lane) {
        return java.util.Objects.requireNonNull(desks.get(lane));
    }

    @Override
    public void close() {
        desks.values().forEach(Desk::close);
    }
}
