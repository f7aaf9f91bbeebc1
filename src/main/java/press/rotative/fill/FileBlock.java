package press.rotative.fill;

import java.util.List;
import press.rotative.media.PictureDescription;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.archive.PublishArchive;

/// Files and publishes one block of made-up stories, lets some be corrected, updated or withdrawn, and writes down how
/// far the newsroom is filled: all of it or nothing.
///
/// @param before how far it was filled
/// @param pictures new ones; none where the block was begun before
record FileBlock(Filed before, PictureShelf shelf, List<MadeUpStory> stories, List<PictureDescription> pictures)
        implements Act<Filed> {
    private static final Actor ACTOR = Actor.OPERATOR;
    private static final String REASON = "Made up, like the story.";

    @Override
    public Filed perform(Transaction transaction) {
        boolean unchanged = Filed.read(transaction.sql()).filter(before::equals).isPresent();
        if (!unchanged) {
            throw Problem.conflict("Somebody else fills this newsroom at the same time. Let one of the two end.");
        }
        long block = before.done() / Filed.BLOCK;
        Filed.Run shown = pictures.isEmpty() ? before.pictures().getLast() : shelf.add(transaction, block, pictures);
        List<StoryId> ids = new PublishArchive(
                        ACTOR, stories.stream().map(MadeUpStory::story).toList())
                .perform(transaction).stream().map(PublishArchive.Filed::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            end(transaction, ids.get(i), stories.get(i));
        }
        Filed after = before.with(ids, shown);
        after.write(transaction.sql());
        return after;
    }

    private static void end(Transaction transaction, StoryId id, MadeUpStory story) {
        String said = story.said() == null ? "" : story.said();
        switch (story.outline().ending()) {
            case STANDS -> {}
            case UPDATED, CORRECTED -> live(new CorrectStory(ACTOR, id, null, said).perform(transaction));
            case WITHHELD ->
                new WithdrawStory(ACTOR, id, WithdrawStory.Kind.WITHHOLD, REASON, null, false).perform(transaction);
            case KILLED ->
                new WithdrawStory(ACTOR, id, WithdrawStory.Kind.KILL, REASON, said, true).perform(transaction);
        }
    }

    private static void live(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("a made-up story was refused: " + String.join(" ", refused.reasons()));
        }
    }
}
