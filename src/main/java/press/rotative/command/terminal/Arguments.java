package press.rotative.command.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was written after a command's name, sorted into options and operands.
///
/// Options may stand anywhere, as `--port 8081` or `--port=8081`; after `--` everything is an operand, and a lone `-`
/// is one too. Where an option with a value is given twice, the last one counts.
public record Arguments(Map<String, String> options, List<String> operands) {
    public Arguments {
        options = Map.copyOf(options);
        operands = List.copyOf(operands);
    }

    /// The outcome of reading a command line.
    public sealed interface Reading {}

    public record Understood(Arguments arguments) implements Reading {}

    public record HelpWanted() implements Reading {}

    /// @param sentence for the user
    public record NotUnderstood(String sentence) implements Reading {}

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /// Sorts the words after a command's name, given the options it knows.
    public static Reading read(List<Option> known, List<String> words) {
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                operands.addAll(words.subList(at + 1, words.size()));
                break;
            }
            if (word.equals("--help") || word.equals("-h")) {
                return new HelpWanted();
            }
            if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<Option> option =
                    known.stream().filter(each -> each.name().equals(name)).findFirst();
            if (option.isEmpty()) {
                return new NotUnderstood("There is no option " + name + ".");
            }
            if (option.get().valueName().isEmpty()) {
                if (equals >= 0) {
                    return new NotUnderstood("The option " + name + " takes no value.");
                }
                options.put(name, "");
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (at + 1 < words.size()) {
                options.put(name, words.get(++at));
            } else {
                return new NotUnderstood("The option " + option.get().written() + " needs its value.");
            }
        }
        return new Understood(new Arguments(options, operands));
    }
}
