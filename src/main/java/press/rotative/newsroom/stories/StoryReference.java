package press.rotative.newsroom.stories;

import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.story.StoryId;

/// How people name a story in a field: `#12`, with words behind it or none; its path, public or in the newsroom.
public final class StoryReference {
    private StoryReference() {}

    /// @param line where it is an address of this house, its path
    /// @return empty: it names no story that the actor may read
    public static Optional<StoryId> read(DSLContext sql, Actor actor, String line) {
        return RelatedLines.story(sql, actor, line);
    }
}
