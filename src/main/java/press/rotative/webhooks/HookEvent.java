package press.rotative.webhooks;

import java.util.Arrays;
import java.util.Optional;
import press.rotative.publication.PublicAct;

/// What a webhook can ask to be told. The labels stand in messages as `type`, in the form that Standard Webhooks 1.0
/// recommends ("Event types").
public enum HookEvent {
    STORY_PUBLISHED("story.published"),
    STORY_UPDATED("story.updated"),
    STORY_CORRECTED("story.corrected"),
    STORY_WITHHELD("story.withheld"),
    STORY_RELEASED("story.released"),
    STORY_KILLED("story.killed"),
    STORY_EXPIRED("story.expired"),
    /// its section or its address changed
    STORY_MOVED("story.moved"),
    /// the text of a version was destroyed for good
    STORY_VERSION_DESTROYED("story.version_destroyed"),
    FRONT_CHANGED("front.changed"),
    /// the alert of an edition was set, or is over
    ALERT_CHANGED("alert.changed");

    /// The type of a message that somebody sent to try it out.
    public static final String TEST = "test";

    private final String label;

    HookEvent(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// @return empty for a label that is none
    public static Optional<HookEvent> labelled(String label) {
        return Arrays.stream(values())
                .filter(event -> event.label.equals(label))
                .findFirst();
    }

    /// @return empty for acts that change pages and not what a receiver keeps, such as another name of a section
    static Optional<HookEvent> of(PublicAct act) {
        return switch (act) {
            case PUBLISHED -> Optional.of(STORY_PUBLISHED);
            case UPDATED, TRANSLATION_LINKED, TRANSLATION_UNLINKED, TRANSLATION_CONFIRMED -> Optional.of(STORY_UPDATED);
            case CORRECTED -> Optional.of(STORY_CORRECTED);
            case WITHHELD -> Optional.of(STORY_WITHHELD);
            case RELEASED -> Optional.of(STORY_RELEASED);
            case KILLED -> Optional.of(STORY_KILLED);
            case EXPIRED -> Optional.of(STORY_EXPIRED);
            case MOVED, SLUG_CHANGED -> Optional.of(STORY_MOVED);
            case DESTROYED -> Optional.of(STORY_VERSION_DESTROYED);
            case FRONT_ARRANGED -> Optional.of(FRONT_CHANGED);
            case ALERT_SET, ALERT_ENDED -> Optional.of(ALERT_CHANGED);
            case RENAMED,
                    MERGED,
                    CREATED,
                    PICTURE_CHANGED,
                    SETTING_CHANGED,
                    VERSION_CLOSED,
                    VERSION_OPENED,
                    PAGE_PUBLISHED,
                    PAGE_TAKEN_DOWN,
                    MENU_ARRANGED,
                    LOOK_CHANGED,
                    RIGHTS_CHANGED,
                    PICTURE_DESTROYED,
                    DAY_BEGAN -> Optional.empty();
        };
    }
}
