package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Difference;

/// A part of a story that differs between two texts.
///
/// @param place headline, standfirst, or that it moved; null: somewhere in the text
public record ChangedPart(@Nullable String place, List<Run> runs) {
    public ChangedPart {
        runs = List.copyOf(runs);
    }

    public record Run(boolean gone, boolean added, String text) {}

    static List<ChangedPart> of(Words words, Difference difference) {
        return difference.parts().stream().map(part -> of(words, part)).toList();
    }

    private static ChangedPart of(Words words, Difference.Part part) {
        return new ChangedPart(
                switch (part.place()) {
                    case HEADLINE -> words.say("story.headline");
                    case STANDFIRST -> words.say("story.standfirst");
                    case BODY -> part.moved() ? words.say("story.moved") : null;
                },
                part.runs().stream()
                        .map(run -> new Run(
                                run.change() == Difference.Change.GONE,
                                run.change() == Difference.Change.NEW,
                                run.text()))
                        .toList());
    }
}
