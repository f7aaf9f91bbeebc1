package press.rotative.newsroom.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.rotative.people.Power;
import press.rotative.story.StoryState;

/// What is decided about a story on a page of its own, where it is said what will come of it.
///
/// The page stands at `/newsroom/stories/ID/NOUN`; the form on it is sent to the same address.
enum Deed {
    PUBLICATION(Power.PUBLISH, StoryState.Move.PUBLISH, "go", Field.NOTE, Field.FOLLOWS),
    SCHEDULE(Power.PUBLISH, StoryState.Move.SCHEDULE, "pri", Field.AT, Field.NOTE),
    EMBARGO(Power.PUBLISH, StoryState.Move.EMBARGO, "pri", Field.AT),
    RESCHEDULING(Power.PUBLISH, StoryState.Move.RESCHEDULE, "pri", Field.AT),
    UNSCHEDULING(Power.PUBLISH, StoryState.Move.UNSCHEDULE, "pri"),
    CORRECTION(Power.CORRECT, StoryState.Move.CORRECT, "go", Field.PUBLIC_NOTE, Field.FOLLOWS),
    EXPIRY(Power.WITHHOLD, StoryState.Move.SET_EXPIRY, "pri", Field.AT_OR_NEVER),
    WITHHOLDING(Power.WITHHOLD, StoryState.Move.WITHHOLD, "go", Field.REASON),
    RELEASE(Power.RELEASE, StoryState.Move.RELEASE, "go"),
    KILL(Power.KILL, StoryState.Move.KILL, "go", Field.REASON, Field.NOTICE, Field.TITLED, Field.FINAL);

    /// What its form asks for.
    enum Field {
        AT,
        AT_OR_NEVER,
        NOTE,
        PUBLIC_NOTE,
        FOLLOWS,
        REASON,
        NOTICE,
        TITLED,
        FINAL
    }

    private final Power power;
    private final StoryState.Move move;
    private final String look;
    private final List<Field> fields;

    Deed(Power power, StoryState.Move move, String look, Field... fields) {
        this.power = power;
        this.move = move;
        this.look = look;
        this.fields = List.of(fields);
    }

    static Optional<Deed> named(String noun) {
        return Arrays.stream(values()).filter(deed -> deed.noun().equals(noun)).findFirst();
    }

    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    Power power() {
        return power;
    }

    StoryState.Move move() {
        return move;
    }

    String look() {
        return look;
    }

    List<Field> fields() {
        return fields;
    }

    boolean asks(Field field) {
        return fields.contains(field);
    }

    /// Whether the draft becomes public by it, at once or later.
    boolean publishes() {
        return this == PUBLICATION || this == SCHEDULE || this == EMBARGO || this == CORRECTION;
    }
}
