package press.rotative.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;

/// `staff`: the operator helps people in.
final class StaffCommand extends PressCommand {
    private static final String SETUP_LINK = "setup-link";

    private final Optional<URI> home;

    /// @param home where the running server is reached; empty: none runs
    StaffCommand(Optional<URI> home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public String purpose() {
        return "Help people of the newsroom in";
    }

    @Override
    public String synopsis() {
        return "setup-link [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                setup-link   prints a new link for the first administrator, good for 30 minutes and once, while nobody
                             can sign in. The server prints one when it starts; this is for when that ran out.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        return arguments.operands().equals(List.of(SETUP_LINK))
                ? Optional.empty()
                : Optional.of("It is written: staff setup-link.");
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        if (home.isEmpty()) {
            return console.failed("No server runs there. Start it with './rotative': it prints the link.");
        }
        Optional<String> link = new SetupLink(press, home.get()).make();
        if (link.isEmpty()) {
            return console.failed("The first administrator has come in already. Others are invited on the screen "
                    + home.get() + "/newsroom/staff");
        }
        console.out().println(link.get());
        return ExitStatus.DONE;
    }
}
