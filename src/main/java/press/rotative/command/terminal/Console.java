package press.rotative.command.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command speaks: results to `out`, progress and complaints to `err`. Always UTF-8, whatever the locale
/// says, because headlines are in every script.
public record Console(InputStream in, PrintStream out, PrintStream err) {
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /// Says what failed and what to do about it; the command is over.
    public ExitStatus failed(String sentence) {
        err.println("rotative: " + sentence);
        return ExitStatus.FAILED;
    }

    /// Says what is wrong with the way the command was called; the command is over.
    public ExitStatus wrongUsage(Command command, String sentence) {
        err.println("rotative " + command.name() + ": " + sentence);
        err.println("Try: ./rotative " + command.name() + " --help");
        return ExitStatus.WRONG_USAGE;
    }
}
