package press.rotative.command;

import java.time.Clock;
import press.rotative.command.terminal.Console;
import press.rotative.fill.Fill;

/// Tells how a filling goes: a bar that is drawn again while somebody looks on, else a line now and then.
final class FillProgress implements Fill.Watching {
    private static final int BAR_WIDTH = 30;
    private static final long BAR_MILLIS = 200;
    private static final long LINE_MILLIS = 10_000;

    private final Console console;
    private final Clock clock;
    private final long wanted;
    private final boolean bar;
    private final long began;
    private long first = -1;
    private long spoken;
    private volatile boolean stopped;

    FillProgress(Console console, Clock clock, long wanted, boolean bar) {
        this.console = console;
        this.clock = clock;
        this.wanted = wanted;
        this.bar = bar;
        this.began = clock.millis();
        this.spoken = began;
    }

    @Override
    public void told(long done, long behind) {
        long now = clock.millis();
        first = first < 0 ? done : first;
        if (now - spoken < (bar ? BAR_MILLIS : LINE_MILLIS)) {
            return;
        }
        spoken = now;
        long rate = (done - first) * 1000 / Math.max(1, now - began);
        String text = done + " of " + wanted + " stories"
                + (done < wanted ? ", " + rate + " a second" : "")
                + (behind > 0 ? "; the search index follows, " + behind + " behind" : "");
        if (bar) {
            int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * done / wanted);
            console.err().print("\r\u001B[K[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] " + text);
            console.err().flush();
        } else {
            console.err().println(text);
        }
    }

    void stop() {
        stopped = true;
    }

    /// Also when nobody hears any more: the one who asked a running server for it has gone.
    @Override
    public boolean stopped() {
        return stopped || console.err().checkError();
    }

    void wipe() {
        if (bar) {
            console.err().print("\r\u001B[K");
        }
    }
}
