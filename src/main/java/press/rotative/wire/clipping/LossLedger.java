package press.rotative.wire.clipping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The account of one source: every line of it, or every piece of a line that holds several parts, in the order of
/// the source, with what became of it. The parts joined give back every visible character of the source.
public record LossLedger(List<Entry> entries) {

    public LossLedger {
        entries = List.copyOf(entries);
    }

    /// How many parts met each fate.
    public Map<Fate, Integer> totals() {
        Map<Fate, Integer> totals = new EnumMap<>(Fate.class);
        entries.forEach(entry -> totals.merge(entry.fate(), 1, Integer::sum));
        return totals;
    }

    /// What became of a part.
    public enum Fate {
        /// It fills a field of the clipping.
        MAPPED,
        /// It belongs to the page and not to the story; the field says which kind of furniture.
        FURNITURE,
        /// It was not understood. Somebody may want to look.
        UNKNOWN
    }

    /// One part. `line` counts from 1. `field` is the path of the field for a mapped part, the kind of furniture for
    /// furniture, and for an unknown part a guess that had too little evidence, when there was one.
    public record Entry(int line, String part, Fate fate, Optional<String> field) {
        public Entry {
            if (line < 1) {
                throw new IllegalArgumentException("lines count from 1");
            }
            if (part.isBlank()) {
                throw new IllegalArgumentException("a part is never blank");
            }
        }
    }
}
