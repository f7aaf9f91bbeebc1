package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import press.rotative.language.Words;
import press.rotative.people.Power;
import press.rotative.story.Story;
import press.rotative.story.StoryState;
import press.rotative.story.Workflow;

/// What somebody may do with a story now, in the order in which its screen offers it.
final class StoryActs {
    private final Words words;
    private final Story story;
    private final Predicate<Power> may;
    private final boolean drafted;

    /// @param may whether the actor has a power over the story
    /// @param drafted there is a draft
    StoryActs(Words words, Story story, Predicate<Power> may, boolean drafted) {
        this.words = words;
        this.story = story;
        this.may = may;
        this.drafted = drafted;
    }

    List<StoryPage.ActLink> links() {
        var links = new ArrayList<StoryPage.ActLink>();
        for (Deed deed : Deed.values()) {
            boolean textThere = drafted || !deed.publishes() || deed == Deed.CORRECTION;
            if (textThere
                    && may.test(deed.power())
                    && story.state().refusal(deed.move()).isEmpty()) {
                links.add(new StoryPage.ActLink(
                        deed == Deed.PUBLICATION ? "go" : "",
                        words.say(key(deed)),
                        "/newsroom/stories/" + story.id().value() + "/" + deed.noun()));
            }
        }
        return links;
    }

    private String key(Deed deed) {
        boolean update = deed == Deed.PUBLICATION && story.pubStatus() != null;
        return "story.do." + (update ? "update" : deed.noun());
    }

    /// The states that its draft may be handed on to.
    List<StoryPage.Step> steps() {
        var steps = new ArrayList<StoryPage.Step>();
        boolean waits = drafted
                && story.plan() == null
                && story.state().refusal(StoryState.Move.SAVE).isEmpty();
        if (!waits) {
            return steps;
        }
        for (Workflow to : List.of(Workflow.IN_REVIEW, Workflow.READY, Workflow.DRAFT, Workflow.PITCH)) {
            if (follows(to) && may.test(to == Workflow.READY ? Power.PUBLISH : Power.WRITE_STORY)) {
                String name = to.name().toLowerCase(Locale.ROOT);
                steps.add(new StoryPage.Step(name, words.say("story.hand.on." + name)));
            }
        }
        return steps;
    }

    private boolean follows(Workflow to) {
        return switch (story.workflow()) {
            case PITCH -> to == Workflow.DRAFT;
            case DRAFT -> to == Workflow.IN_REVIEW || to == Workflow.READY || to == Workflow.PITCH;
            case IN_REVIEW -> to == Workflow.READY || to == Workflow.DRAFT;
            case READY -> to == Workflow.DRAFT;
            case INCOMING, PUBLISHED, DISCARDED -> false;
        };
    }
}
