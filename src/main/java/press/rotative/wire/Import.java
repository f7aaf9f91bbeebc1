package press.rotative.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// Works through sources: takes each in, reads it, and files what was read in batches, so that one act publishes many.
/// A bad source never stops the rest, and at most one batch is held in memory.
///
/// ```java
/// new Import(filing).run(sources, new Filing.Wishes(Optional.of("fr"), true), report::write);
/// ```
public final class Import {
    private static final Logger LOG = Logger.getLogger(Import.class);

    /// At most this many stories are published by one act.
    public static final int LARGEST_BATCH = 500;

    private static final long LARGEST_BATCH_BYTES = 32L * 1024 * 1024;

    private final Filing filing;
    private final CaptureReader reader = new CaptureReader();

    public Import(Filing filing) {
        this.filing = filing;
    }

    /// @param each is told what became of each source, in their order, when its batch is done
    public void run(Iterator<ImportSource> sources, Filing.Wishes wishes, Consumer<Imported> each) {
        while (sources.hasNext()) {
            Batch batch = new Batch();
            while (sources.hasNext() && batch.results.size() < LARGEST_BATCH && batch.bytes < LARGEST_BATCH_BYTES) {
                take(sources.next(), batch);
            }
            finish(batch, wishes);
            batch.results.values().forEach(each);
        }
    }

    /// What a batch holds while it is worked on: a result for each source, in their order, as soon as there is one.
    private static final class Batch {
        final Map<Integer, Imported> results = new LinkedHashMap<>();
        final Map<Integer, Capture> taken = new LinkedHashMap<>();
        final Map<Integer, Optional<Path>> folders = new LinkedHashMap<>();
        long bytes;
    }

    private static void take(ImportSource source, Batch batch) {
        int place = batch.results.size();
        Imported pending = Imported.refused(source.name(), "was not reached.");
        batch.results.put(place, pending);
        try (InputStream in = source.opening().open()) {
            switch (Capture.take(source.name(), in)) {
                case Capture.Taking.Taken(Capture capture) -> {
                    batch.taken.put(place, capture);
                    batch.folders.put(place, source.folder());
                    batch.bytes += capture.bytes().length;
                }
                case Capture.Taking.Refused(String name, String reason) ->
                    batch.results.put(place, Imported.refused(name, sentence(name, reason)));
            }
        } catch (IOException unreadable) {
            String reason = unreadable.getMessage() == null ? "cannot be read." : unreadable.getMessage();
            batch.results.put(place, Imported.refused(source.name(), sentence(source.name(), reason)));
        }
    }

    private void finish(Batch batch, Filing.Wishes wishes) {
        Set<String> seen = new HashSet<>();
        Set<String> digests = new HashSet<>();
        batch.taken.values().forEach(capture -> digests.add(capture.digest()));
        Set<String> known = filing.known(digests);
        Map<Integer, Filing.Item> items = new LinkedHashMap<>();
        batch.taken.forEach((place, capture) -> {
            if (known.contains(capture.digest()) || !seen.add(capture.digest())) {
                batch.results.put(
                        place,
                        Imported.skipped(
                                capture.source(),
                                sentence(capture.source(), "is here already: the same bytes were imported before.")));
                return;
            }
            switch (read(capture)) {
                case Reading.Read(Clipping clipping) ->
                    items.put(
                            place,
                            new Filing.Item(capture, clipping, batch.folders.getOrDefault(place, Optional.empty())));
                case Reading.Refused(String reason) ->
                    batch.results.put(place, Imported.refused(capture.source(), sentence(capture.source(), reason)));
            }
        });
        if (items.isEmpty()) {
            return;
        }
        List<Imported> filed = filing.file(new ArrayList<>(items.values()), wishes);
        Iterator<Imported> outcomes = filed.iterator();
        items.keySet().forEach(place -> batch.results.put(place, outcomes.next()));
    }

    /// What a reader did not expect refuses one source and never stops the others.
    private Reading read(Capture capture) {
        try {
            return reader.read(capture);
        } catch (RuntimeException unexpected) {
            LOG.error("source=" + capture.source() + " could not be read", unexpected);
            return new Reading.Refused("could not be read; the log says why. Please report it.");
        }
    }

    static String sentence(String source, String predicate) {
        return (source.equals("-") ? "Standard input" : source) + " " + predicate;
    }
}
