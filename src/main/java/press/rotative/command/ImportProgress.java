package press.rotative.command;

import java.util.EnumMap;
import java.util.Map;
import press.rotative.command.terminal.Console;
import press.rotative.wire.Imported;
import press.rotative.wire.Imported.Status;
import press.rotative.wire.clipping.Clipping;

/// Tells the operator what becomes of the sources: a line for each, and a bar while many are worked on and somebody
/// looks on.
final class ImportProgress {
    private static final int BAR_WIDTH = 30;

    private final Console console;
    private final long total;
    private final boolean bar;
    private final boolean dryRun;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private long done;

    /// @param total number of sources; 0 when it is not known
    /// @param bar somebody looks on, so draw the bar
    /// @param dryRun nothing is written, which is said once, at the end
    ImportProgress(Console console, long total, boolean bar, boolean dryRun) {
        this.dryRun = dryRun;
        this.console = console;
        this.total = total;
        this.bar = bar && total > 1;
    }

    void tell(Imported imported) {
        done++;
        counts.merge(imported.status(), 1L, Long::sum);
        wipe();
        switch (imported.status()) {
            case FILED -> {
                console.out()
                        .println("filed    " + imported.source() + "  "
                                + imported.path().map(path -> path + "  ").orElse("")
                                + imported.clipping()
                                        .flatMap(Clipping::headline)
                                        .orElse("(without a headline)"));
                if (!imported.reason().isEmpty() && !dryRun) {
                    console.out().println("         " + imported.reason());
                }
            }
            case SKIPPED -> console.out().println("skipped  " + imported.reason());
            case REFUSED -> console.err().println("refused  " + imported.reason());
        }
        draw();
    }

    /// The last line: how many met which fate.
    void finish() {
        wipe();
        console.out()
                .println(count(Status.FILED) + " filed, " + count(Status.SKIPPED) + " skipped, " + count(Status.REFUSED)
                        + " refused." + (dryRun ? " Dry run: nothing was written." : ""));
    }

    boolean allWell() {
        return count(Status.REFUSED) == 0;
    }

    private long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    private void draw() {
        if (bar && done < total) {
            int filled = (int) (BAR_WIDTH * done / total);
            console.err()
                    .print("[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] " + done + " of " + total);
            console.err().flush();
        }
    }

    private void wipe() {
        if (bar) {
            console.err().print("\r\u001B[K");
        }
    }
}
