package press.rotative.newsroom.stories;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.media.PickedPicture;

/// What the editor is told when it saves or asks how a story stands.
///
/// @param tag the state now, the `seen` of what it asks next
/// @param heard digest of all that this tells beside the text; sent back with the tag, nothing is told twice
/// @param revision of the draft; 0: there is none
/// @param whole all blocks are named; those that are not are gone
/// @param parts blocks by `block:ID`, null for one that is gone, and `order`
/// @param mine the content without its blocks as the editor sent it; null: nothing was sent
/// @param now the content without its blocks as it stands: what the editor begins from next
/// @param shown the fields of the form as they stand
/// @param wrong sentences for fields that were not taken, and for blocks by `block:ID`, which stand as they were
/// @param length words and reading time
/// @param savedAt of the day, in the zone of the newsroom
@JsonInclude(JsonInclude.Include.ALWAYS)
record EditorAnswer(
        String tag,
        String heard,
        int revision,
        boolean whole,
        Map<String, @Nullable JsonNode> parts,
        @Nullable String mine,
        String now,
        Map<String, List<String>> shown,
        Map<String, String> wrong,
        List<Conflict> conflicts,
        List<StoryChecks.Check> checks,
        String length,
        String savedAt,
        List<String> people,
        Map<Long, PickedPicture> pictures,
        Map<Long, StoryOfStory> stories) {

    /// What two people did to one part, as text.
    record Conflict(long id, String part, String label, String who, String when, String mine, String theirs) {}

    /// A story that this one shows or leads to.
    ///
    /// @param path where the public reads it; null: it does not
    record StoryOfStory(
            long id,
            String headline,
            String state,
            String edition,
            String language,
            @Nullable String path) {}
}
