package press.rotative.newsroom.manage;

import java.util.List;
import press.rotative.newsroom.Form;

/// What the forms of this room share.
final class ManagedForm {
    private ManagedForm() {}

    /// Whether somebody changed the thing after this form was read. The form takes the version of now and, where its
    /// writer left a field alone, what stands there now: sent once more, with that before one's eyes, it counts.
    ///
    /// @param now as it would be filled in now
    static boolean late(Form form, Form now) {
        Integer seen = form.version();
        boolean late = seen != null && !seen.equals(now.version());
        form.catchUp(now);
        return late;
    }

    /// The lines of a field, without blank ones.
    static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
