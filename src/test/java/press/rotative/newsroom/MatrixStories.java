package press.rotative.newsroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;
import press.rotative.story.DoubtCount;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.ExpireStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.WithdrawStory;

/// A story in every state that one can be in, for the matrices of access.
public final class MatrixStories {
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    /// The states, by the names under which a matrix tells of them.
    public enum State {
        PITCH,
        DRAFT,
        IN_REVIEW,
        READY,
        INCOMING,
        DISCARDED,
        SCHEDULED,
        UNDER_EMBARGO,
        LIVE,
        LIVE_WITH_A_DRAFT,
        LIVE_WITH_A_PLAN,
        WITHHELD,
        EXPIRED,
        KILLED;

        /// Whether the public reads it, read it, or is to read it at an instant that is set.
        public boolean isPublic() {
            return switch (this) {
                case PITCH, DRAFT, IN_REVIEW, READY, INCOMING, DISCARDED -> false;
                case SCHEDULED, UNDER_EMBARGO, LIVE, LIVE_WITH_A_DRAFT, LIVE_WITH_A_PLAN, WITHHELD, EXPIRED, KILLED ->
                    true;
            };
        }

        /// Whether it waits in the wire inbox, or was laid aside there.
        public boolean inInbox() {
            return this == INCOMING || this == DISCARDED;
        }
    }

    private final Acts acts;
    private final EditionId edition;
    private final StoryContent content;
    private final StoryContent changed;

    /// @param content complete, so that it can be published
    /// @param changed of the draft over what is public
    public MatrixStories(Acts acts, EditionId edition, StoryContent content, StoryContent changed) {
        this.acts = acts;
        this.edition = edition;
        this.content = content;
        this.changed = changed;
    }

    /// @param owners whose it is besides, as rows of `staff`
    public StoryId in(State state, Long... owners) {
        StoryId story = state.inInbox() ? incoming() : drafted();
        switch (state) {
            case DRAFT, INCOMING -> {}
            case PITCH -> handOn(story, Workflow.PITCH);
            case IN_REVIEW -> handOn(story, Workflow.IN_REVIEW);
            case READY -> handOn(story, Workflow.READY);
            case DISCARDED -> acts.perform(new DiscardStory(Actor.OPERATOR, story, "doublon"));
            case SCHEDULED -> plan(story);
            case UNDER_EMBARGO -> acts.perform(new EmbargoUntil(Actor.OPERATOR, story, null, LATER));
            case LIVE -> publish(story);
            case LIVE_WITH_A_DRAFT -> {
                publish(story);
                acts.perform(new SaveDraft(Actor.OPERATOR, story, null, changed));
            }
            case LIVE_WITH_A_PLAN -> {
                publish(story);
                acts.perform(new SaveDraft(Actor.OPERATOR, story, null, changed));
                plan(story);
            }
            case WITHHELD -> withdraw(story, WithdrawStory.Kind.WITHHOLD);
            case KILLED -> withdraw(story, WithdrawStory.Kind.KILL);
            case EXPIRED -> {
                publish(story);
                acts.perform(new SetExpiry(Actor.OPERATOR, story, Instant.now().plus(1, ChronoUnit.DAYS)));
                acts.perform(new ExpireStory(story));
            }
        }
        if (owners.length > 0) {
            acts.perform(new AssignStory(Actor.OPERATOR, story, Set.of(owners)));
        }
        return story;
    }

    private StoryId drafted() {
        return acts.perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .value()
                .story();
    }

    private StoryId incoming() {
        return acts.perform(new ReceiveStory(
                        Actor.OPERATOR, edition, content, null, "quayside.example", new DoubtCount.Doubts(0, 1)))
                .value()
                .story();
    }

    private void handOn(StoryId story, Workflow to) {
        acts.perform(new HandOnStory(Actor.OPERATOR, story, null, to));
    }

    private void publish(StoryId story) {
        acts.perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
    }

    private void plan(StoryId story) {
        acts.perform(new SchedulePublication(Actor.OPERATOR, story, null, LATER, null));
    }

    private void withdraw(StoryId story, WithdrawStory.Kind kind) {
        publish(story);
        acts.perform(new WithdrawStory(Actor.OPERATOR, story, kind, "faux", "Retiré.", false));
    }

    /// Everybody who may come, by what they are: the rights of each.
    ///
    /// @param edition where the stories stand
    /// @param other another edition
    /// @param section where they stand
    /// @param elsewhere another section of that edition
    public static Map<String, Set<Grant>> visitors(EditionId edition, EditionId other, long section, long elsewhere) {
        return Map.ofEntries(
                Map.entry("somebody without rights", Set.of()),
                Map.entry("contributor", Set.of(Grant.everywhere(Role.CONTRIBUTOR))),
                Map.entry("contributor whose story it is", Set.of(Grant.everywhere(Role.CONTRIBUTOR))),
                Map.entry("reporter of the section", Set.of(new Grant(Role.REPORTER, edition.value(), section))),
                Map.entry("reporter of another section", Set.of(new Grant(Role.REPORTER, edition.value(), elsewhere))),
                Map.entry("reporter", Set.of(Grant.everywhere(Role.REPORTER))),
                Map.entry("editor of the section", Set.of(new Grant(Role.EDITOR, edition.value(), section))),
                Map.entry("editor of another section", Set.of(new Grant(Role.EDITOR, edition.value(), elsewhere))),
                Map.entry("chief editor", Set.of(new Grant(Role.CHIEF_EDITOR, edition.value(), 0))),
                Map.entry("chief editor of another edition", Set.of(new Grant(Role.CHIEF_EDITOR, other.value(), 0))),
                Map.entry("picture editor", Set.of(Grant.everywhere(Role.PICTURE_EDITOR))),
                Map.entry("moderator", Set.of(Grant.everywhere(Role.MODERATOR))),
                Map.entry("administrator", Set.of(Grant.everywhere(Role.ADMINISTRATOR))));
    }

    /// Those of [#visitors] whose story it is.
    public static final String OWNER = "contributor whose story it is";
}
