package press.rotative.story.acts;

import press.rotative.address.Slug;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Changes the readable part of a story's address. Every address it had goes on to answer with a redirect.
public record ChangeSlug(Actor actor, StoryId story, String slug) implements Act<Story> {

    public ChangeSlug {
        Slug.checked(slug);
    }

    @Override
    public Story perform(Transaction transaction) {
        return Rearrange.story(
                transaction,
                actor,
                story,
                StoryState.Move.CHANGE_SLUG,
                PublicAct.SLUG_CHANGED,
                content -> content.withSlug(slug));
    }
}
