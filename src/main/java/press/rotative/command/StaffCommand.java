package press.rotative.command;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.people.acts.MakeResetLink;

/// `staff`: the operator helps people in.
final class StaffCommand extends PressCommand {
    private static final String SETUP_LINK = "setup-link";
    private static final String RESET_LINK = "reset-link";

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
        return "setup-link | reset-link ADDRESS [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.data());
    }

    @Override
    public String details() {
        return """
                setup-link   prints a new link for the first administrator, good for 30 minutes and once, while nobody
                             can sign in. The server prints one when it starts; this is for when that ran out.
                reset-link   prints a link by which the person with this e-mail address sets a new password, good for 24
                             hours and once. It does not lead past their second step: an administrator takes that off.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        List<String> words = arguments.operands();
        return words.equals(List.of(SETUP_LINK))
                        || words.size() == 2 && words.getFirst().equals(RESET_LINK)
                ? Optional.empty()
                : Optional.of("It is written: staff setup-link, or staff reset-link ADDRESS.");
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        if (home.isEmpty()) {
            return console.failed("No server runs there. Start it with './rotative': links lead to it.");
        }
        return arguments.operands().getFirst().equals(SETUP_LINK)
                ? setupLink(press, console)
                : resetLink(press, arguments.operands().getLast(), console);
    }

    private ExitStatus setupLink(Press press, Console console) {
        Optional<String> link = new SetupLink(press, home.get()).make();
        if (link.isEmpty()) {
            return console.failed("The first administrator has come in already. Others are invited on the screen "
                    + home.get() + "/newsroom/staff");
        }
        console.out().println(link.get());
        return ExitStatus.DONE;
    }

    private ExitStatus resetLink(Press press, String address, Console console) {
        Optional<Member> member = press.database().read(sql -> new Staff(sql).withAddress(address));
        if (member.isEmpty()) {
            return console.failed("Nobody who may come in has this address.");
        }
        String secret = press.acts()
                .perform(new MakeResetLink(Actor.OPERATOR, member.get().id(), new SecureRandom()))
                .value();
        console.out().println(home.get() + "/newsroom/reset/" + secret);
        return ExitStatus.DONE;
    }
}
