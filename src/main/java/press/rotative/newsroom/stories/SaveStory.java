package press.rotative.newsroom.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Parts;
import press.rotative.story.writing.SaveParts;
import press.rotative.story.writing.Standing;

/// Saves a form: what its writer changed since the content that they began from, part by part, so that it is put
/// together with what others did meanwhile.
///
/// @param key names this save: sent again, it is done once
/// @param seen the state that the writer saw last; empty: none
/// @param blocks what they did to blocks, where `base` and `typed` hold none
record SaveStory(
        Actor actor,
        StoryId story,
        String key,
        String seen,
        StoryContent base,
        TypedStory typed,
        List<PartChange> blocks)
        implements Act<SaveStory.Saved> {

    /// @param mine what the writer sent, before it was put together with what others did
    record Saved(Standing standing, StoryContent mine) {}

    @Override
    public Saved perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.get(story);
        stories.require(actor, Power.WRITE_STORY, before);
        String language = new Editions(transaction.sql()).get(before.edition()).language();
        StoryContent mine = new NamesOfStory(transaction.sql(), language, base)
                .content(
                        transaction,
                        actor,
                        base,
                        typed,
                        new RelatedLines(transaction.sql(), actor, base).of(typed.related()));
        List<PartChange> changes = new ArrayList<>(changes(base, mine));
        changes.addAll(blocks);
        return new Saved(new SaveParts(actor, story, key, seen, changes).perform(transaction), mine);
    }

    static List<PartChange> changes(StoryContent base, StoryContent mine) {
        Parts before = Parts.of(base);
        Parts after = Parts.of(mine);
        var names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        var changes = new ArrayList<PartChange>();
        for (String part : names) {
            JsonNode was = before.get(part);
            JsonNode is = after.get(part);
            if (!Objects.equals(was, is)) {
                changes.add(new PartChange(part, was, is));
            }
        }
        return changes;
    }
}
