package press.rotative.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import press.rotative.Press;
import press.rotative.command.socket.CommandSocket;
import press.rotative.command.terminal.Console;
import press.rotative.newsroom.HomeAddress;
import sun.misc.Signal;

/// Runs inside the started server: says that it is ready, then waits for the signal to end.
public final class ServingProgram implements QuarkusApplication {
    private final HttpServer server;
    private final SiteServing site;
    private final Draining draining;
    private final Press press;
    private final HomeAddress home;

    ServingProgram(HttpServer server, SiteServing site, Draining draining, Press press, HomeAddress home) {
        this.server = server;
        this.site = site;
        this.draining = draining;
        this.press = press;
        this.home = home;
    }

    @Override
    public int run(String... arguments) throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        // Without handlers of our own the machine would cut what is under way, and end with status 143, which service
        // managers call a failure.
        Signal.handle(new Signal("TERM"), signal -> asked.countDown());
        Signal.handle(new Signal("INT"), signal -> asked.countDown());
        site.open();
        try (CommandSocket commands = CommandSocket.open(
                press.data(), (words, console) -> Commands.inServer(press, home.forLinks(), words, console))) {
            Console console = Console.ofProcess();
            console.out().println("Rotative is ready: " + ServerAddress.of(server));
            new SetupLink(press, home.forLinks()).offer(console);
            Thread.ofVirtual().start(site::tryFastWay);
            Thread waiting = Thread.ofVirtual().start(() -> drainWhenAsked(asked));
            Quarkus.waitForExit();
            waiting.interrupt();
        }
        return 0;
    }

    private void drainWhenAsked(CountDownLatch asked) {
        try {
            asked.await();
            draining.drain();
            Quarkus.asyncExit(0);
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
        }
    }
}
