package press.rotative.story.acts;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Puts a story into another section of its edition: the live version by a new version, the draft by a save.
public record MoveStory(Actor actor, StoryId story, SectionId section) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var sql = transaction.sql();
        Story before = new Stories(sql).lockFor(actor, Power.MOVE_STORY, story);
        Section target = new Sections(sql).get(section);
        if (!target.edition().equals(before.edition())) {
            throw Problem.invalid(
                    "Section " + section.value() + " belongs to another edition. Choose one of the story's.");
        }
        Policy.require(
                actor, Power.MOVE_STORY, () -> Scope.ofSection(target.edition().value(), section.value()));
        return Rearrange.text(
                transaction,
                actor,
                before,
                StoryState.Move.MOVE,
                PublicAct.MOVED,
                content -> content.withSection(section));
    }
}
