package press.rotative.command;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import press.rotative.Press;
import press.rotative.Settings;

/// Hands the server its one open newsroom: opened while the server starts, closed after the last answer is out.
///
/// Whatever serves HTTP asks for a [Press] in its constructor.
@Singleton
public final class Serving {
    @Produces
    @Singleton
    @Startup
    Press open() {
        Settings settings = Settings.ofProcess();
        return Press.open(settings.data(), settings.databaseUrl(), Clock.systemUTC());
    }

    void close(@Disposes Press press) {
        press.close();
    }
}
