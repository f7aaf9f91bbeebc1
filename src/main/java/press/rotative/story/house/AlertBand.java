package press.rotative.story.house;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// The line over every page of an edition that tells what is urgent, such as a storm warning.
///
/// @param text in one line, at most [#LONGEST] characters
/// @param story where it leads, a story of the edition; while that is not public, the line is not shown. Null: nowhere
/// @param since when it was set
/// @param until when it goes by itself
public record AlertBand(String text, @Nullable StoryId story, Instant since, Instant until) {
    public static final int LONGEST = 160;
    /// What stands there for longer alarms nobody.
    public static final Duration LONGEST_SHOWN = Duration.ofDays(7);

    /// What somebody asks for, checked.
    ///
    /// @throws Problem INVALID
    static AlertBand checked(@Nullable String text, @Nullable StoryId story, Instant now, Instant until) {
        String line = Texts.name(text, LONGEST, "The alert");
        if (!until.isAfter(now)) {
            throw Problem.invalid("The alert would be over already. Name a later instant.")
                    .as("problem.alert.past");
        }
        if (until.isAfter(now.plus(LONGEST_SHOWN))) {
            throw Problem.invalid("An alert stands for at most " + LONGEST_SHOWN.toDays()
                            + " days. Name an earlier instant; it can be set again.")
                    .as("problem.alert.long", LONGEST_SHOWN.toDays());
        }
        return new AlertBand(line, story, now, until);
    }

    public boolean shownAt(Instant instant) {
        return instant.isBefore(until);
    }
}
