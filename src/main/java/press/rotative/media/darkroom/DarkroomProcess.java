package press.rotative.media.darkroom;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.SynchronousQueue;

/// The child process: takes orders on its standard input, one after the other, and answers on its standard output. It
/// ends when its input ends, so that no child outlives its server.
public final class DarkroomProcess {
    private static final long MOST_DATA = 1536L << 20;
    private static final long LARGEST_FILE = 96L << 20;

    private DarkroomProcess() {}

    /// Arguments: the niceness, and `java` when libvips is not to be looked for.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        OutputStream results = System.out;
        System.setOut(System.err);
        Engine engine = engine(arguments.length > 1 && arguments[1].equals("java"));
        ProcessLimits.set(MOST_DATA, LARGEST_FILE, Integer.parseInt(arguments[0]));
        var out = new DataOutputStream(new BufferedOutputStream(results));
        Protocol.writeHello(out, new Protocol.Hello(engine.name(), engine.formats()));
        out.flush();
        var orders = new SynchronousQueue<Order>();
        Thread.ofPlatform().daemon().name("orders").start(() -> read(orders));
        while (true) {
            Result result = perform(engine, orders.take());
            Protocol.writeResult(out, result);
            out.flush();
        }
    }

    private static Engine engine(boolean javaOnly) {
        return javaOnly
                ? new JavaEngine()
                : Vips.find().<Engine>map(VipsEngine::new).orElseGet(JavaEngine::new);
    }

    private static void read(SynchronousQueue<Order> orders) {
        try {
            var in = new DataInputStream(System.in);
            while (true) {
                orders.put(Protocol.readOrder(in));
            }
        } catch (IOException serverIsGone) {
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException never) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static Result perform(Engine engine, Order order) {
        try {
            return switch (order) {
                case Order.Develop develop -> {
                    Engine.Pixels pixels = engine.develop(develop);
                    yield new Result.Developed(
                            pixels.format(),
                            pixels.width(),
                            pixels.height(),
                            pixels.frames(),
                            EmbeddedTexts.of(develop.from()));
                }
                case Order.Print print -> {
                    engine.print(print, XmpPacket.of(print.texts()));
                    if (print.format() == Format.JPEG) {
                        JpegTexts.insert(print.to(), print.texts());
                    }
                    yield new Result.Printed();
                }
            };
        } catch (Engine.Refusal refusal) {
            return new Result.Refused(refusal.reason());
        } catch (IOException | RuntimeException unreadable) {
            return new Result.Refused(Result.Reason.DAMAGED);
        } catch (StackOverflowError tooDeep) {
            return new Result.Refused(Result.Reason.TOO_HARD);
        }
    }
}
