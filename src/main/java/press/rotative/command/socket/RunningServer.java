package press.rotative.command.socket;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;

/// The server that works on a data directory, as a command reaches it through the [CommandSocket].
///
/// ```java
/// try (RunningServer server = RunningServer.at(data).orElse(null)) {
///     ExitStatus status = server.ask(List.of("check"), console);
/// }
/// ```
public final class RunningServer implements AutoCloseable {
    private final SocketChannel channel;
    private final Frames frames;

    private RunningServer(SocketChannel channel) {
        this.channel = channel;
        this.frames = new Frames(
                Channels.newInputStream(channel), new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    /// The server of that directory; empty where none runs, also when one died and left its socket behind.
    public static Optional<RunningServer> at(Path data) throws IOException {
        Path file = data.resolve(CommandSocket.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(file));
            return Optional.of(new RunningServer(channel));
        } catch (java.net.ConnectException nobodyListens) {
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /// Has the server run a command with this console: its input is sent along, what it says appears as it is said.
    /// May be called again for the next question.
    public ExitStatus ask(List<String> words, Console console) throws IOException {
        frames.write(Frames.Kind.WORDS, Frames.ofWords(words));
        AtomicReference<IOException> broken = new AtomicReference<>();
        Thread sending = Thread.ofVirtual().start(() -> {
            try {
                send(console.in());
            } catch (IOException failure) {
                broken.set(failure);
            }
        });
        while (true) {
            Frames.Frame frame = frames.read();
            switch (frame.kind()) {
                case OUT -> console.out().write(frame.bytes(), 0, frame.bytes().length);
                case ERR -> console.err().write(frame.bytes(), 0, frame.bytes().length);
                case STATUS -> {
                    console.out().flush();
                    console.err().flush();
                    join(sending);
                    if (broken.get() != null) {
                        throw broken.get();
                    }
                    return ExitStatus.values()[frame.bytes()[0]];
                }
                case WORDS, INPUT, END -> throw new IOException("The server asked instead of answering.");
            }
        }
    }

    private void send(InputStream input) throws IOException {
        byte[] bytes = new byte[Frames.MOST_BYTES];
        for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
            frames.write(Frames.Kind.INPUT, bytes, 0, count);
        }
        frames.write(Frames.Kind.END, new byte[0]);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while sending", interrupted));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
