package press.rotative.command.terminal;

import java.util.List;

/// The text of `--help`, for one command and for all.
public final class HelpPage {
    private static final int COLUMN = 24;

    private HelpPage() {}

    /// The page of one command.
    public static String of(Command command) {
        StringBuilder page = new StringBuilder();
        page.append("Usage: ./rotative ")
                .append((command.name() + " " + command.synopsis()).strip())
                .append("\n\n");
        page.append(command.purpose()).append(".\n");
        if (!command.details().isBlank()) {
            page.append('\n').append(command.details().strip()).append('\n');
        }
        page.append("\nOptions:\n");
        for (Option option : command.options()) {
            page.append(row(option.written(), option.meaning()));
        }
        return page.append(row("--help", "this page")).toString();
    }

    /// The page of all commands.
    ///
    /// @param workshop commands that the shell script answers itself, each with its purpose
    public static String of(List<Command> commands, List<String> workshop) {
        StringBuilder page = new StringBuilder("""
                Rotative: newsroom, public site, discussion and radio of a news organisation in one program.

                Usage: ./rotative [COMMAND] [OPTIONS]

                Commands:
                """);
        for (Command command : commands) {
            page.append(row(command.name(), command.purpose()));
        }
        page.append("\nFor developers, in a checkout:\n");
        for (String line : workshop) {
            int space = line.indexOf(' ');
            page.append(row(line.substring(0, space), line.substring(space + 1)));
        }
        return page.append("\nWithout a command, serve runs. Help for one: ./rotative COMMAND --help\n")
                .toString();
    }

    private static String row(String left, String right) {
        String gap = left.length() + 3 > COLUMN ? "\n" + " ".repeat(COLUMN) : " ".repeat(COLUMN - left.length() - 2);
        return "  " + left + gap + right + "\n";
    }
}
