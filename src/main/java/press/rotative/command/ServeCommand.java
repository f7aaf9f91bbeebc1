package press.rotative.command;

import io.netty.channel.unix.Errors;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import press.rotative.Settings;
import press.rotative.command.socket.ServerLock;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Command;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.platform.HeapBound;
import press.rotative.platform.Problem;

/// `serve`: the newsroom and the site on one port, until SIGTERM.
final class ServeCommand implements Command {
    private static final int DEFAULT_PORT = 8080;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String purpose() {
        return "Serve the newsroom and the site (the default)";
    }

    @Override
    public String synopsis() {
        return "[--port N] [--host H] [--data DIR] [--empty]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with("--port", "N", "the port (default " + DEFAULT_PORT + "; 0 takes a free one)"),
                Option.with("--host", "H", "the address to listen on (default 127.0.0.1: only this machine)"),
                Option.data(),
                Option.flag("--empty", "begin without the sample newspaper"));
    }

    @Override
    public String details() {
        return """
                Prints "Rotative is ready: http://HOST:PORT" when it answers. SIGTERM (or Ctrl-C) lets requests under
                way finish, 10 seconds at most. An empty data directory is filled with a sample newspaper in three
                languages, unless --empty is given.

                From the environment: ROTATIVE_DATA (the data directory), ROTATIVE_URL (the public address, when a
                front server stands before this one), ROTATIVE_DB_URL (jdbc:postgresql:... instead of SQLite),
                ROTATIVE_FAST_WAY (off: every page goes through the router).""";
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) throws IOException {
        if (!arguments.operands().isEmpty()) {
            return console.wrongUsage(
                    this,
                    "serve takes options only, not " + arguments.operands().getFirst() + ".");
        }
        String portText = arguments.value("--port").orElse(String.valueOf(DEFAULT_PORT));
        Optional<Integer> port = port(portText);
        if (port.isEmpty()) {
            return console.wrongUsage(this, "A port is a number from 0 to 65535, not " + portText + ".");
        }
        arguments.value("--data").ifPresent(data -> System.setProperty("rotative.data", data));
        return serve(
                ServingProgram.class,
                port.get(),
                arguments.value("--host").orElse("127.0.0.1"),
                arguments.has("--empty"),
                console);
    }

    /// Holds the data directory, puts the sample into it where that is wanted, and runs the server to its end.
    static ExitStatus serve(
            Class<? extends io.quarkus.runtime.QuarkusApplication> program,
            int port,
            String host,
            boolean empty,
            Console console)
            throws IOException {
        Settings settings;
        try {
            settings = Settings.ofProcess();
        } catch (IllegalArgumentException wrong) {
            return console.failed(String.valueOf(wrong.getMessage()));
        }
        try (ServerLock lock = ServerLock.take(settings.data())) {
            Path sample = Path.of(System.getProperty("rotative.sample", ""));
            boolean mayCopy = !empty
                    && settings.databaseUrl().isEmpty()
                    && !sample.toString().isEmpty();
            Opening.begin(() -> {
                if (mayCopy) {
                    new SampleCopy(sample, settings.data()).copyIntoEmpty();
                }
                return Serving.open(settings);
            });
            System.setProperty("rotative.data", settings.data().toString());
            System.setProperty("quarkus.http.port", String.valueOf(port));
            System.setProperty("quarkus.http.host", host);
            setDefault(
                    "quarkus.vertx.event-loops-pool-size",
                    String.valueOf(Runtime.getRuntime().availableProcessors()));
            HeapBound.keep();
            AtomicReference<ExitStatus> end = new AtomicReference<>(ExitStatus.DONE);
            try {
                Quarkus.run(program, (status, failure) -> end.set(end(status, failure, host, port, console)));
            } finally {
                Opening.abandon();
            }
            return end.get();
        } catch (ServerLock.Held held) {
            return console.failed(held.sentence());
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static ExitStatus end(int status, @Nullable Throwable failure, String host, int port, Console console) {
        if (failure == null) {
            return status == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return console.failed(problem.sentence());
            }
            if (cause instanceof UncheckedIOException disk && disk.getCause() instanceof IOException reason) {
                return console.failed(
                        reason.getMessage() + " (" + reason.getClass().getSimpleName() + ")");
            }
            if (cause instanceof QuarkusBindException
                    || cause instanceof SocketException
                    || cause instanceof Errors.NativeIoException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return console.failed(
                        isOwn(host)
                                ? "Another program listens on " + host + ":" + port
                                        + " already. Stop it, or take another port with --port."
                                : "This machine has no address " + host
                                        + " to listen on. Name one of its own with --host.");
            }
        }
        failure.printStackTrace(console.err());
        return console.failed("The server could not start; what is above says why.");
    }

    private static boolean isOwn(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Optional<Integer> port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }
}
