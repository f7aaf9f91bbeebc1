package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;

/// What the forms of this room share.
final class ManagedForm {
    private ManagedForm() {}

    /// Whether somebody changed the thing after this form was read. Then the form takes the version of now: sent once
    /// more, with what stands there now before one's eyes, it counts.
    ///
    /// @param version of now
    static boolean late(Form form, int version) {
        Integer seen = form.version();
        boolean late = seen != null && seen != version;
        form.with("version", "" + version);
        return late;
    }

    /// The lines of a field, without blank ones.
    static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// A field in one line; null: nothing is typed.
    static @Nullable String text(Form form, String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }
}
