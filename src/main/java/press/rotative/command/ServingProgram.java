package press.rotative.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import sun.misc.Signal;

/// Runs inside the started server: says that it is ready, then waits for the signal to end.
public final class ServingProgram implements QuarkusApplication {
    private final HttpServer server;

    ServingProgram(HttpServer server) {
        this.server = server;
    }

    @Override
    public int run(String... arguments) {
        // Without a handler of our own the process would end with status 143, which service managers call a failure.
        Signal.handle(new Signal("TERM"), signal -> Quarkus.asyncExit(0));
        Signal.handle(new Signal("INT"), signal -> Quarkus.asyncExit(0));
        Console.ofProcess().out().println("Rotative is ready: " + ServerAddress.of(server));
        Quarkus.waitForExit();
        return 0;
    }
}
