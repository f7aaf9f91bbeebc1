package press.rotative.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// Lives the days of the sample again: every publication and every act on it, in the order of time.
final class StoriesPacker {
    private final Press press;
    private final SampleClock clock;
    private final SampleIds ids;
    private final SampleContent contents;

    StoriesPacker(Press press, SampleClock clock, SampleIds ids, SampleContent contents) {
        this.press = press;
        this.clock = clock;
        this.ids = ids;
        this.contents = contents;
    }

    /// @param later null: the first publication
    private record Moment(Instant at, SampleStory story, SampleStory.@Nullable Later later) {}

    /// @param stories in the order in which they were published
    void pack(List<SampleStory> stories) {
        stories.forEach(this::file);
        for (Moment moment : moments(stories)) {
            clock.set(moment.at());
            if (moment.later() == null) {
                publish(moment.story());
            } else {
                follow(moment.story(), moment.later());
            }
        }
    }

    /// Stories name each other, so each is there with its headline before any is written.
    private void file(SampleStory story) {
        StoryContent headline = SampleContent.filed(story);
        ids.story(
                story.key(),
                perform(new CreateStory(Actor.OPERATOR, ids.edition(story.edition()), headline, null, false))
                        .story());
    }

    private static List<Moment> moments(List<SampleStory> stories) {
        var moments = new ArrayList<Moment>();
        for (SampleStory story : stories) {
            moments.add(new Moment(story.published().toInstant(), story, null));
            story.after().forEach(later -> moments.add(new Moment(later.at().toInstant(), story, later)));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private void publish(SampleStory story) {
        StoryId id = ids.story(story.key());
        perform(new SaveDraft(Actor.OPERATOR, id, null, contents.first(story)));
        live(story, perform(new PublishStory(Actor.OPERATOR, id, null, null, false)));
    }

    private void follow(SampleStory story, SampleStory.Later later) {
        StoryId id = ids.story(story.key());
        switch (later.act()) {
            case "correct" -> {
                save(story, later);
                live(story, perform(new CorrectStory(Actor.OPERATOR, id, null, said(later.note()))));
            }
            case "update" -> {
                save(story, later);
                live(story, perform(new PublishStory(Actor.OPERATOR, id, null, later.note(), false)));
            }
            case "kill" ->
                perform(new WithdrawStory(
                        Actor.OPERATOR,
                        id,
                        WithdrawStory.Kind.KILL,
                        said(later.reason()),
                        said(later.notice()),
                        Boolean.TRUE.equals(later.titleInNotice())));
            case "withhold" ->
                perform(new WithdrawStory(
                        Actor.OPERATOR, id, WithdrawStory.Kind.WITHHOLD, said(later.reason()), null, false));
            default -> throw new IllegalArgumentException("There is no act '" + later.act() + "'.");
        }
    }

    private void save(SampleStory story, SampleStory.Later later) {
        StoryId id = ids.story(story.key());
        StoryContent live = press.database().read(sql -> {
            var stories = new Stories(sql);
            return stories.liveContent(stories.get(id)).orElseThrow();
        });
        perform(new SaveDraft(Actor.OPERATOR, id, null, contents.changed(story, live, later)));
    }

    private static void live(SampleStory story, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException(story.key() + " was refused: " + String.join(" ", refused.reasons()));
        }
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text, "an act of the sample lacks a text");
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
