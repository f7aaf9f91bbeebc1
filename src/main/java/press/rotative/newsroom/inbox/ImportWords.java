package press.rotative.newsroom.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.rotative.language.Words;
import press.rotative.newsroom.Said;
import press.rotative.newsroom.stories.Refusals;
import press.rotative.platform.Problem;
import press.rotative.wire.Imported;

/// What an import says about a source, in the language of the screen. The import itself speaks English, for it is
/// also a command.
final class ImportWords {
    private record Known(Pattern english, String key) {
        static Known of(String key, String english) {
            return new Known(Pattern.compile(english, Pattern.DOTALL), "inbox.refused." + key);
        }
    }

    private static final List<Known> KNOWN = List.of(
            Known.of("known", ".* is here already: .*"),
            Known.of("empty", ".* (?:is empty|holds no visible text)\\. .*"),
            Known.of("large", ".* is larger than (\\d+) MB.*"),
            Known.of("binary", ".* (?:is not text but binary data|holds NUL characters).*"),
            Known.of("encoding", ".* (?:is labelled with the encoding|is not UTF-8|cannot be read:).*"),
            Known.of("line", ".* has a line of (\\d+) characters.*"),
            Known.of("lines", ".* has more than (\\d+) lines.*"),
            Known.of("no.article", ".* holds no article: .*"),
            Known.of("format", ".* is (XML|JSON|RTF|PDF|a web archive) and neither .*"),
            Known.of("log", ".* could not be (?:filed|read); the log says why.*"),
            Known.of("complex", ".*(?:elements and texts|deep).*"));

    private ImportWords() {}

    /// That it was filed, with what else there is to say.
    static String filed(Words words, Set<Imported.Note> notes) {
        var sentences = new ArrayList<String>();
        sentences.add(words.say(notes.contains(Imported.Note.STORY_KNOWN) ? "inbox.filed.again" : "inbox.filed"));
        if (notes.contains(Imported.Note.SECTION_ELSEWHERE)) {
            sentences.add(words.say("inbox.filed.other.section"));
        }
        if (notes.contains(Imported.Note.PICTURES_MISSING)) {
            sentences.add(words.say("inbox.filed.without.pictures"));
        }
        return String.join(" ", sentences);
    }

    static String say(Words words, Imported imported) {
        return imported.problem()
                .map(problem -> words.say("inbox.refused.filing", say(words, problem)))
                .orElseGet(() -> known(words, imported.reason()));
    }

    static String say(Words words, Problem problem) {
        return problem.category() == Problem.Category.FORBIDDEN
                ? words.say("editor.forbidden")
                : Said.of(words, Refusals.worded(problem));
    }

    private static String known(Words words, String reason) {
        for (Known known : KNOWN) {
            Matcher matcher = known.english().matcher(reason);
            if (matcher.matches()) {
                return matcher.groupCount() == 0 ? words.say(known.key()) : words.say(known.key(), matcher.group(1));
            }
        }
        return words.say("inbox.refused.unread");
    }
}
