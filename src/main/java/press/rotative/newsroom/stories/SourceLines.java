package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.rotative.platform.Problem;
import press.rotative.story.Source;

/// The sources of a story in a form: one a line, its address at the end of the line.
final class SourceLines {
    private static final Pattern WITH_ADDRESS = Pattern.compile("(.*?)\\s*((?:https?://|mailto:)\\S+)");

    private SourceLines() {}

    static String write(List<Source> sources) {
        return String.join("\n", sources.stream().map(SourceLines::line).toList());
    }

    private static String line(Source source) {
        String text = source.text().replaceAll("\\s+", " ").strip();
        return source.url() == null || source.url().equals(text) ? text : text + " " + source.url();
    }

    /// @param before those that the writer saw: a line that was not touched is the same source again
    /// @throws Problem INVALID, for a line that is no source
    static List<Source> read(String text, List<Source> before) {
        Map<String, Source> known = new HashMap<>();
        before.forEach(each -> known.putIfAbsent(line(each), each));
        var sources = new ArrayList<Source>();
        for (String each : text.split("\\R")) {
            String line = each.replaceAll("\\s+", " ").strip();
            if (!line.isEmpty()) {
                Source same = known.get(line);
                sources.add(same != null ? same : source(line));
            }
        }
        return sources;
    }

    private static Source source(String line) {
        Matcher parts = WITH_ADDRESS.matcher(line);
        try {
            return !parts.matches()
                    ? new Source(line, null)
                    : new Source(parts.group(1).isEmpty() ? parts.group(2) : parts.group(1), parts.group(2));
        } catch (Problem wrong) {
            throw wrong.as("problem.story.source", line);
        }
    }
}
