package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Comparison;
import press.rotative.story.Difference;
import press.rotative.story.LiveStory;

/// Makes the page of one step in a story's public record.
final class ComparisonPageMaker {
    private final ChromeMaker chromes;

    ComparisonPageMaker(ChromeMaker chromes) {
        this.chromes = chromes;
    }

    /// @param path canonical, of the story
    ComparisonPage page(Voice voice, LiveStory story, String path, Comparison comparison) {
        Words words = voice.words();
        String headline = story.content().headline();
        int version = comparison.version();
        String heading = words.say("comparison.heading", words.number(version - 1), words.number(version));
        var head = Chrome.Head.bare(heading + " | " + headline, words.say("comparison.description", headline));
        return new ComparisonPage(
                chromes.chrome(voice, false, Places.subject(story.section()), head, List.of()),
                Link.to(headline, path),
                heading,
                voice.dates().dateAndTime(comparison.when()),
                comparison.note(),
                silence(words, comparison.standing()),
                comparison.standing() instanceof Comparison.Standing.Open(Difference difference)
                        ? difference.parts().stream()
                                .map(part -> part(words, part))
                                .toList()
                        : List.of(),
                version > 2 ? step(words, path, version - 1) : null,
                version < story.version() ? step(words, path, version + 1) : null);
    }

    static Link step(Words words, String path, int version) {
        return Link.to(
                words.say("comparison.heading", words.number(version - 1), words.number(version)),
                Places.comparison(path, version));
    }

    private static @Nullable String silence(Words words, Comparison.Standing standing) {
        return switch (standing) {
            case Comparison.Standing.Closed closed -> words.say("comparison.closed");
            case Comparison.Standing.Destroyed destroyed -> words.say("making.destroyed");
            case Comparison.Standing.Open(Difference difference) ->
                difference.parts().isEmpty() ? words.say("comparison.same") : null;
        };
    }

    private static ComparisonPage.Part part(Words words, Difference.Part part) {
        return new ComparisonPage.Part(
                switch (part.place()) {
                    case HEADLINE -> words.say("comparison.headline");
                    case STANDFIRST -> words.say("comparison.standfirst");
                    case BODY -> part.moved() ? words.say("comparison.moved") : null;
                },
                part.moved(),
                part.runs().stream()
                        .map(run -> new ComparisonPage.Run(
                                run.change() == Difference.Change.GONE,
                                run.change() == Difference.Change.NEW,
                                run.text()))
                        .toList());
    }
}
