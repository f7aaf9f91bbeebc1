package press.rotative.command.terminal;

import java.io.IOException;
import java.util.List;

/// One power of the operator: `serve`, `import`, `check` ...
public interface Command {
    /// The word after `./rotative`.
    String name();

    /// What it does, in one line without a full stop.
    String purpose();

    /// What follows the name, as the first line of the help writes it: `[--data DIR] SOURCE...`.
    String synopsis();

    /// The options it knows, in the order the help lists them. `--help` needs no mention.
    List<Option> options();

    /// What a first-time user should know beyond the options; may be empty.
    String details();

    /// Whether the help lists it. What only the build needs stays out of a user's way.
    default boolean listed() {
        return true;
    }

    /// Whether it starts the server, which then decides what is logged.
    default boolean serves() {
        return false;
    }

    /// @param arguments already checked: no unknown option, no option without its value
    ExitStatus run(Arguments arguments, Console console) throws IOException;
}
