package press.rotative.story.writing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// How a story's text stands now, for a writer who saw an earlier state.
///
/// @param tag the state now; the `seen` of what the writer asks next
/// @param parts what changed since what they saw, with the order of the blocks; null: show all of the content
/// @param conflicts all that nobody decided yet
public record Standing(
        String tag, @Nullable Set<String> parts, StoryContent content, List<Conflicts.Conflict> conflicts) {

    /// @param seen the tag of the state that the writer saw last; empty: none
    public static Standing of(DSLContext sql, StoryId story, String seen) {
        return of(sql, story, seen, Set.of());
    }

    /// @param sent parts that are told in any case
    static Standing of(DSLContext sql, StoryId story, String seen, Set<String> sent) {
        var journal = new Journal(sql);
        String tag = journal.tag(story);
        Set<String> changed = journal.changedSince(story, seen, tag).orElse(null);
        if (changed != null) {
            changed = new LinkedHashSet<>(changed);
            changed.addAll(sent);
            changed.add(Parts.ORDER);
        }
        return new Standing(tag, changed, text(new Stories(sql), story), new Conflicts(sql).open(story));
    }

    /// What writers write in: the draft, or what the public reads where there is none.
    static StoryContent text(Stories stories, StoryId story) {
        return stories.draft(story)
                .map(Draft::content)
                .or(() -> stories.liveContent(stories.get(story)))
                .orElseThrow(
                        () -> Problem.conflict("The text of this story was destroyed. Write a new story instead."));
    }
}
