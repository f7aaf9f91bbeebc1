package press.rotative.command;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Console;
import press.rotative.people.signin.Setup;
import press.rotative.platform.Problem;

/// The link by which the first administrator comes in, as the operator is shown it.
final class SetupLink {
    private final Press press;
    private final URI home;

    SetupLink(Press press, URI home) {
        this.press = press;
        this.home = home;
    }

    /// At the start of the server: says the link while nobody can sign in, else nothing.
    void offer(Console console) {
        try {
            make().ifPresent(link -> {
                console.out()
                        .println("Nobody can sign in yet. Become the first administrator within "
                                + Setup.LASTS.toMinutes() + " minutes, once, at:");
                console.out().println(link);
            });
        } catch (Problem nothingIsWritten) {
            console.err().println("rotative: No link for the first administrator: " + nothingIsWritten.sentence());
        }
    }

    /// @return empty: somebody can sign in, or could once
    Optional<String> make() {
        if (!press.database().read(Setup::isOpen)) {
            return Optional.empty();
        }
        return press.acts()
                .perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                .value()
                .map(secret -> home + "/newsroom/setup/" + secret);
    }
}
