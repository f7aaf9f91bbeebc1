package press.rotative.newsroom.stories;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.rotative.language.Words;
import press.rotative.platform.Problem;

/// What acts on stories refuse, in the language of who reads it. Acts say it in English, for programs as well; a test
/// holds this list against them.
public final class Refusals {
    private record Known(Pattern english, String key) {
        static Known of(String key, String english) {
            return new Known(Pattern.compile(english, Pattern.DOTALL), "story.refused." + key);
        }
    }

    private static final List<Known> KNOWN = List.of(
            Known.of("killed", "The story was killed, and a kill is final.*"),
            Known.of("embargo", "The story is under embargo.*"),
            Known.of("expired", "The story has expired\\. Release it first.*"),
            Known.of("withheld", "The story is withheld\\. Release it first.*"),
            Known.of("incoming", "The story waits in the wire inbox.*"),
            Known.of("discarded", "The story was discarded in the wire inbox.*"),
            Known.of("pitch", "The story is only a pitch.*"),
            Known.of("unchanged", "Nothing was changed since the story was published.*"),
            Known.of("not.public", "Only a published story can be .*"),
            Known.of("was.public", "The story was public already, and an embargo.*"),
            Known.of("no.plan", "Nothing is scheduled, and there is no embargo.*"),
            Known.of("not.withheld", "Only a withheld or expired story.*"),
            Known.of("never.public", "The story was never published; there is nothing to kill.*"),
            Known.of("planned", "The story is planned for publication\\. Take the plan back.*"),
            Known.of("no.draft", "There is no draft to .*"),
            Known.of("changed", "The draft was changed meanwhile.*"),
            Known.of("destroyed", "The text of this story was destroyed.*"),
            Known.of("destroy.live", "The public reads version (\\d+)\\..*"),
            Known.of("destroyed.already", "The text of version (\\d+) is destroyed already.*"),
            Known.of("no.headline", "The headline is missing.*"),
            Known.of("no.text", "The story has no text.*"),
            Known.of("other.edition", "Section \\d+ (?:does not belong to the story's|belongs to another) edition.*"),
            Known.of("gone.picture", "There is no picture (\\d+)\\. Take it out.*"),
            Known.of("gone.author", "There is no author (\\d+)\\. Take the name.*"),
            Known.of("gone.concept", "There is no concept (\\d+)\\. Take it out.*"),
            Known.of("gone.story", "There is no story (\\d+)\\. Take it out.*"),
            Known.of("gone.original", "The story that this one translates is not here.*"),
            Known.of("translated", "The edition has a translation of this story already: story (\\d+)\\..*"),
            Known.of("circle", "Story (\\d+) is itself made from this one.*"),
            Known.of("killed.original", "The original was killed, and a kill is final.*"),
            Known.of("same.edition", "Both stand in the same edition.*"),
            Known.of("no.section", "The section is missing.*"),
            Known.of("no.standfirst", "The standfirst is missing.*"),
            Known.of("no.byline", "The byline is missing.*"),
            Known.of("no.questions", "An interview has questions.*"),
            Known.of("no.pictures", "A gallery has pictures.*"),
            Known.of("no.credit", "Picture (\\d+) has no credit.*"),
            Known.of("no.alt", "Picture (\\d+) has no alternative text.*"),
            Known.of("expires.before", "The story expires at .*, before it would be public.*"),
            Known.of("past", ".* lies in the past \\(.*"),
            Known.of("far", ".* is more than ten years away.*"),
            Known.of("expiry.order", "The expiry \\(.*\\) must come after the publication.*"),
            Known.of("note", "A correction needs a public note.*"),
            Known.of(
                    "reason", "(?:Give the newsroom a 'reason'|Say why the (?:version is closed|text is destroyed)).*"),
            Known.of("notice", "A kill needs a public 'notice'.*"),
            Known.of("too.long", "The (?:note|reason|notice).* has at most (\\d+) characters.*"),
            Known.of("plan.dropped", "The publication that was planned for .* was taken back.*"));

    private Refusals() {}

    private static Optional<Problem> worded(String sentence) {
        for (Known known : KNOWN) {
            Matcher matcher = known.english().matcher(sentence);
            if (matcher.matches()) {
                Object[] arguments = matcher.groupCount() == 0 ? new Object[0] : new Object[] {matcher.group(1)};
                return Optional.of(Problem.conflict(sentence).as(known.key(), arguments));
            }
        }
        return Optional.empty();
    }

    static boolean knows(String sentence) {
        return worded(sentence).isPresent();
    }

    /// In the language of the screen; as it is where it is not known.
    public static String say(Words words, String sentence) {
        return worded(sentence)
                .flatMap(Problem::phrase)
                .map(phrase -> words.say(phrase.key(), phrase.arguments().toArray()))
                .orElse(sentence);
    }

    /// The same problem with its words. Of a story that was changed meanwhile it says more than of anything else, for
    /// nobody decides on words that they did not read.
    public static Problem worded(Problem problem) {
        return problem.phrase()
                        .filter(phrase -> !phrase.key().equals("problem.changed"))
                        .isPresent()
                ? problem
                : worded(problem.sentence())
                        .flatMap(Problem::phrase)
                        .map(phrase ->
                                problem.as(phrase.key(), phrase.arguments().toArray()))
                        .orElse(problem);
    }
}
