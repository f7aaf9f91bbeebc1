package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.NameLine;

/// Finds who signed in what a page tells its counters and its advertisers: `dataLayer.push({"author": "Anne Duval"})`.
/// Asked only where nothing else names anybody.
final class ScriptedByline {
    private static final int MOST_SCRIPTS = 200;
    private static final int LONGEST = 200_000;
    /// A name of a property that ends as those of authors do, and its value, or the first of a list.
    private static final Pattern AUTHOR = Pattern.compile(
            "[\"'](?:[a-zA-Z]{0,20}[_.-]?)?(?:author|byline|writer)s?(?:[_-]?names?)?[\"']\\s{0,4}[:=,]\\s{0,4}\\[?\\s{0,4}"
                    + "[\"']([^\"'\\\\<>{}]{4,80})[\"']",
            Pattern.CASE_INSENSITIVE);

    private ScriptedByline() {}

    static Optional<Clipping.Byline> in(PageScripts scripts) {
        List<PageScripts.Script> all = scripts.all();
        for (PageScripts.Script script : all.subList(0, Math.min(MOST_SCRIPTS, all.size()))) {
            String data = script.text();
            if (!data.contains("uthor") && !data.contains("yline") && !data.contains("riter")) {
                continue;
            }
            Matcher author = AUTHOR.matcher(data.substring(0, Math.min(LONGEST, data.length())));
            while (author.find()) {
                List<String> names = Values.names(author.group(1));
                boolean people = !names.isEmpty()
                        && names.stream().allMatch(name -> name.indexOf(' ') > 0 && NameLine.names(name));
                if (people) {
                    return Bylines.named(names);
                }
            }
        }
        return Optional.empty();
    }
}
