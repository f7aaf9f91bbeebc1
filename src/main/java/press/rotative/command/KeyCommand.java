package press.rotative.command;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.rotative.Press;
import press.rotative.command.terminal.Arguments;
import press.rotative.command.terminal.Console;
import press.rotative.command.terminal.ExitStatus;
import press.rotative.command.terminal.Option;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;

/// `key`: keys for the API.
final class KeyCommand extends PressCommand {
    private static final int LONGEST_LABEL = 200;

    @Override
    public String name() {
        return "key";
    }

    @Override
    public String purpose() {
        return "Create a key for the API";
    }

    @Override
    public String synopsis() {
        return "create --role ROLE [--label TEXT] [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with(
                        "--role",
                        "ROLE",
                        "contributor, reporter, editor, chief-editor, picture-editor, moderator or administrator"),
                Option.with("--label", "TEXT", "who or what will use it (default: the role)"),
                Option.data());
    }

    @Override
    public String details() {
        return """
                The key alone is printed on standard output, once; only its digest is kept. It is sent with each request as
                'Authorization: Bearer KEY'.""";
    }

    @Override
    Optional<String> refusal(Arguments arguments) {
        if (!arguments.operands().equals(List.of("create"))) {
            return Optional.of("It is written: key create --role ROLE.");
        }
        return arguments.has("--role") ? Optional.empty() : Optional.of("Which role? --role ROLE.");
    }

    @Override
    ExitStatus run(Press press, Arguments arguments, Console console) {
        Role role = Role.named(arguments.value("--role").orElseThrow());
        String label =
                arguments.value("--label").filter(text -> !text.isBlank()).orElse(role.label());
        if (label.length() > LONGEST_LABEL) {
            return console.failed("A label has at most " + LONGEST_LABEL + " letters.");
        }
        String secret = ApiKeys.newSecret(new SecureRandom());
        Actor actor = press.acts()
                .perform(new CreateKey(Actor.OPERATOR, label, Set.of(Grant.everywhere(role)), secret))
                .value();
        console.err()
                .println("The key of staff number " + actor.staffId() + " (" + role.label()
                        + "). Keep it: it is not shown again.");
        console.out().println(secret);
        return ExitStatus.DONE;
    }
}
