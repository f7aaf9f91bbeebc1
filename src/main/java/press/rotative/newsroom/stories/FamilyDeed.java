package press.rotative.newsroom.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import press.rotative.people.Power;
import press.rotative.story.acts.WithdrawStory;

/// What is decided about a story and its translations at once.
enum FamilyDeed {
    WITHHOLDING(WithdrawStory.Kind.WITHHOLD),
    KILL(WithdrawStory.Kind.KILL);

    private final WithdrawStory.Kind kind;

    FamilyDeed(WithdrawStory.Kind kind) {
        this.kind = kind;
    }

    static Optional<FamilyDeed> named(String noun) {
        return Arrays.stream(values()).filter(deed -> deed.noun().equals(noun)).findFirst();
    }

    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    Power power() {
        return kind.power();
    }

    WithdrawStory.Kind kind() {
        return kind;
    }
}
