package press.rotative.command.socket;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;

/// The running server's ear for commands: a Unix socket in the data directory that only the owner can use (mode 0600).
/// Who can write there may do what the commands can, so nothing is asked for besides.
public final class CommandSocket implements AutoCloseable {
    public static final String FILE = "server.socket";

    private static final int MOST_AT_ONCE = 16;
    private static final int END_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(CommandSocket.class);

    /// What the server does with a command that came in: the words as they were typed, with the console of the one who
    /// typed them.
    public interface Answering {
        ExitStatus answer(List<String> words, Console console) throws IOException;
    }

    private final Path file;
    private final ServerSocketChannel channel;
    private final Answering answering;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private CommandSocket(Path file, ServerSocketChannel channel, Answering answering) {
        this.file = file;
        this.channel = channel;
        this.answering = answering;
    }

    /// @param data held by the caller's [ServerLock], so a socket that lies there is nobody's any more
    public static CommandSocket open(Path data, Answering answering) throws IOException {
        Path file = data.resolve(FILE);
        Files.deleteIfExists(file);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        CommandSocket socket = new CommandSocket(file, channel, answering);
        socket.threads.submit(socket::listen);
        return socket;
    }

    private void listen() {
        while (channel.isOpen()) {
            try {
                places.acquire();
                SocketChannel asker = channel.accept();
                threads.submit(() -> {
                    try {
                        talk(asker);
                    } finally {
                        places.release();
                    }
                });
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                places.release();
                LOG.warn("a command could not be heard", failure);
            } catch (InterruptedException serverEnds) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void talk(SocketChannel asker) {
        try (asker;
                InputStream in = Channels.newInputStream(asker);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(asker))) {
            Frames frames = new Frames(in, out);
            while (true) {
                Frames.Frame asked = frames.read();
                if (asked.kind() != Frames.Kind.WORDS) {
                    throw new IOException("a command began with " + asked.kind());
                }
                answer(Frames.toWords(asked.bytes()), frames);
            }
        } catch (EOFException done) {
            // The command has what it wanted.
        } catch (IOException failure) {
            LOG.warn("a command was lost", failure);
        }
    }

    private void answer(List<String> words, Frames frames) throws IOException {
        try (InputStream input = frames.input();
                PrintStream out = printing(frames, Frames.Kind.OUT);
                PrintStream err = printing(frames, Frames.Kind.ERR)) {
            ExitStatus status;
            try {
                status = answering.answer(words, new Console(input, out, err));
            } catch (RuntimeException failure) {
                LOG.error("command=" + words.getFirst() + " failed", failure);
                err.println("rotative: The server failed at this command; its log says why.");
                status = ExitStatus.FAILED;
            }
            input.transferTo(OutputStream.nullOutputStream()); // what the command did not read stands before the next
            out.flush();
            err.flush();
            frames.write(Frames.Kind.STATUS, new byte[] {(byte) status.ordinal()});
        }
    }

    private static PrintStream printing(Frames frames, Frames.Kind kind) {
        return new PrintStream(
                new BufferedOutputStream(frames.outputAs(kind), Frames.MOST_BYTES), true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        threads.shutdownNow();
        try { // a socket is closed only when the thread that listens there has noticed
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a command is still running at the end of the server");
            }
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
        }
    }
}
