package press.rotative.command;

import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/// The log of a command that runs without the server: warnings and errors only, on standard error. (The server's own
/// log is set up by Quarkus from `application.properties`.)
final class CommandLog {
    private CommandLog() {}

    static void begin() {
        ConsoleHandler handler =
                new ConsoleHandler(ConsoleHandler.Target.SYSTEM_ERR, new PatternFormatter("%p: %s%e%n"));
        handler.setLevel(Level.WARNING);
        org.jboss.logmanager.Logger root = LogContext.getLogContext().getLogger("");
        for (Handler waiting : root.getHandlers()) {
            root.removeHandler(waiting);
        }
        root.setLevel(Level.WARNING);
        // Advice about a flag of the Java machine that no user of a command can follow.
        LogContext.getLogContext()
                .getLogger("org.apache.lucene.internal.vectorization")
                .setLevel(Level.SEVERE);
        root.addHandler(handler);
    }
}
