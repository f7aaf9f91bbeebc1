package press.rotative.command;

import java.util.List;

/// `key`: keys for the API.
final class KeyCommand implements Command {
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
        return "create --role ROLE [--name NAME] [--data DIR]";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.with(
                        "--role",
                        "ROLE",
                        "contributor, reporter, editor, chief-editor, picture-editor, moderator or administrator"),
                Option.with("--name", "NAME", "who or what will use it"),
                Option.data());
    }

    @Override
    public String details() {
        return """
                The key is printed once and kept only as a digest.""";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        if (!arguments.operands().equals(List.of("create"))) {
            return console.wrongUsage(this, "It is written: key create --role ROLE.");
        }
        if (!arguments.has("--role")) {
            return console.wrongUsage(this, "Which role? --role ROLE.");
        }
        return console.failed("key cannot be done yet in this version.");
    }
}
