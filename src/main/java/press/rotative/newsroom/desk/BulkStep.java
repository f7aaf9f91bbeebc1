package press.rotative.newsroom.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.DeskList;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.TakeInStory;
import press.rotative.story.writing.Journal;

/// What is done to one story among many: into another section, or on to another state. It is an act of its own, and
/// says how it is taken back.
///
/// @param from number of the section or name of the state before; empty: in no section
/// @param to the same after
/// @param with the number of whom a story that is taken in is given to, or why it is discarded; empty: nobody, nothing
record BulkStep(StoryId story, Kind kind, String from, String to, String with) {
    static final String INCOMING = "incoming";
    static final String DISCARDED = "discarded";

    private static final Pattern WRITTEN =
            Pattern.compile("([1-9][0-9]{0,17}):(section|state):([a-z_]{0,20}|[0-9]{1,17}):([a-z_]{1,20}|[0-9]{1,17})");

    BulkStep(StoryId story, Kind kind, String from, String to) {
        this(story, kind, from, to, "");
    }

    enum Kind {
        SECTION,
        STATE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @return empty for what is no step
    static Optional<BulkStep> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new BulkStep(
                        new StoryId(Long.parseLong(matcher.group(1))),
                        Kind.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
                        matcher.group(3),
                        matcher.group(4)))
                : Optional.empty();
    }

    String text() {
        return story.value() + ":" + kind.label() + ":" + from + ":" + to;
    }

    /// How a story stands, in the words of a step.
    static String standing(DeskList.Row row, Kind kind) {
        return switch (kind) {
            case SECTION ->
                row.section() == null ? "" : Long.toString(row.section().value());
            case STATE -> row.workflow().name().toLowerCase(Locale.ROOT);
        };
    }

    /// Empty when it cannot be taken back: no act puts a story out of all sections, or back among the published.
    Optional<BulkStep> back() {
        BulkStep back = new BulkStep(story, kind, to, from);
        return back.move(Actor.OPERATOR) == null ? Optional.empty() : Optional.of(back);
    }

    /// @param tag the state that the story's text must be in; null: whichever
    /// @return an act that tells the state in which it leaves the story's text, and refuses (CONFLICT) a story
    ///     that does not stand as before this step; null when no act does this
    @Nullable
    Act<String> act(Actor actor, @Nullable String tag) {
        Act<Story> move = move(actor);
        return move == null
                ? null
                : transaction -> {
                    new Stories(transaction.sql()).lock(story);
                    var journal = new Journal(transaction.sql());
                    DeskList.Row row = new DeskList(transaction.sql(), actor)
                            .find(List.of(story))
                            .get(story);
                    boolean stands = row != null && standing(row, kind).equals(from);
                    if (!stands || tag != null && !tag.equals(journal.tag(story))) {
                        throw Problem.conflict("Somebody changed it meanwhile.").as("bulk.changed");
                    }
                    move.perform(transaction);
                    return journal.tag(story);
                };
    }

    private @Nullable Act<Story> move(Actor actor) {
        return switch (kind) {
            case SECTION ->
                to.matches("[1-9][0-9]{0,16}") ? new MoveStory(actor, story, new SectionId(Long.parseLong(to))) : null;
            case STATE ->
                from.equals(INCOMING) || to.equals(INCOMING) || to.equals(DISCARDED)
                        ? ofInbox(actor)
                        : Arrays.stream(Workflow.values())
                                .filter(state -> state != Workflow.PUBLISHED)
                                .filter(state ->
                                        state.name().toLowerCase(Locale.ROOT).equals(to))
                                .findFirst()
                                .map(state -> new HandOnStory(actor, story, null, state))
                                .orElse(null);
        };
    }

    /// Into the wire inbox and out of it.
    private @Nullable Act<Story> ofInbox(Actor actor) {
        if (to.equals(INCOMING)) {
            return new BringBackStory(actor, story);
        }
        if (!from.equals(INCOMING)) {
            return null;
        }
        return switch (to) {
            case "draft" ->
                new TakeInStory(
                        actor, story, with.matches("[1-9][0-9]{0,16}") ? Set.of(Long.parseLong(with)) : Set.of());
            case DISCARDED -> with.isBlank() ? null : new DiscardStory(actor, story, with);
            default -> null;
        };
    }
}
