package press.rotative.media.darkroom;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One child process, as the server sees it. Used by one thread at a time.
final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final DataOutputStream orders;
    private final DataInputStream results;
    private final Protocol.Hello hello;
    private int done;

    private Child(Process process) throws IOException {
        this.process = process;
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.results = new DataInputStream(process.getInputStream());
        this.hello = watched(START, () -> Protocol.readHello(results));
    }

    /// @param folder the only place where it writes
    static Child start(Path folder, int niceness, boolean javaOnly) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DarkroomProcess.class.getName(),
                Integer.toString(niceness)));
        if (javaOnly) {
            command.add("java");
        }
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // No key, password or address of the server is handed on.
        builder.environment().clear();
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        try {
            return new Child(process);
        } catch (IOException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    Protocol.Hello hello() {
        return hello;
    }

    boolean alive() {
        return process.isAlive();
    }

    /// How many orders it has answered.
    int done() {
        return done;
    }

    /// @throws IOException when the child died over it, or was ended because it took too long
    Result perform(Order order, Duration most) throws IOException {
        Result result = watched(most, () -> {
            Protocol.writeOrder(orders, order);
            orders.flush();
            return Protocol.readResult(results);
        });
        done++;
        return result;
    }

    @FunctionalInterface
    private interface Talk<T> {
        T speak() throws IOException;
    }

    /// It took longer than it may.
    static final class TooSlow extends IOException {}

    /// Ends the process when the talk lasts too long: the stream then breaks off.
    private <T> T watched(Duration most, Talk<T> talk) throws IOException {
        var over = new AtomicBoolean();
        Thread watch = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(most);
                over.set(true);
                process.destroyForcibly();
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return talk.speak();
        } catch (IOException broken) {
            close();
            throw over.get() ? new TooSlow() : broken;
        } finally {
            watch.interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
