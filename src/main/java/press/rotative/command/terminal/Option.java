package press.rotative.command.terminal;

import java.util.Optional;

/// An option of a command: a switch (`--empty`) or one with a value (`--port N`).
///
/// @param name with its two dashes
/// @param valueName how the help writes the value; absent for a switch
public record Option(String name, Optional<String> valueName, String meaning) {
    public Option {
        if (!name.matches("--[a-z][a-z-]*")) {
            throw new IllegalArgumentException("An option is written --like-this, not " + name);
        }
    }

    public static Option with(String name, String valueName, String meaning) {
        return new Option(name, Optional.of(valueName), meaning);
    }

    public static Option flag(String name, String meaning) {
        return new Option(name, Optional.empty(), meaning);
    }

    /// The option that nearly every command has.
    public static Option data() {
        return with("--data", "DIR", "the data directory (default: ROTATIVE_DATA, else data beside this program)");
    }

    String written() {
        return valueName.map(value -> name + " " + value).orElse(name);
    }
}
