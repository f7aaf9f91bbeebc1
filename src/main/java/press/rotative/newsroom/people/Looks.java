package press.rotative.newsroom.people;

import jakarta.inject.Singleton;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;
import press.rotative.people.acts.NoteViewed;

/// Notes that somebody looks at what is personal to others. Who looks again within the hour waits for no other
/// writer, and looks also while nothing can be written; what cannot be noted is not shown.
@Singleton
final class Looks {
    private final Screens screens;

    Looks(Screens screens) {
        this.screens = screens;
    }

    /// @param act and `subject` as [NoteViewed] has them
    void note(Power power, String act, String subject) {
        var look = new NoteViewed(screens.actor(), power, act, subject);
        if (!screens.read(sql -> look.stands(sql, screens.now()))) {
            screens.perform(look);
        }
    }
}
