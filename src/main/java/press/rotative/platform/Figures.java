package press.rotative.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// What rooms count and measure about themselves, for those who watch the server (`/metrics`).
public final class Figures {
    private final List<Figure> all = new CopyOnWriteArrayList<>();

    /// Whether a figure only grows, or is a state that comes and goes.
    public enum Kind {
        COUNTER,
        GAUGE
    }

    /// @param name in the manner of Prometheus: `rotative_renders_total`
    /// @param help one line for who reads it
    public record Figure(String name, Kind kind, String help, LongSupplier value) {
        public Figure {
            if (!name.matches("rotative(_[a-z0-9]+)+") || help.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("not a figure: " + name);
            }
        }
    }

    /// A figure of the same name is replaced.
    public void add(Figure figure) {
        all.removeIf(other -> other.name().equals(figure.name()));
        all.add(figure);
    }

    public List<Figure> all() {
        return List.copyOf(all);
    }
}
