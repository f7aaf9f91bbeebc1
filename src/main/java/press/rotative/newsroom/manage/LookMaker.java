package press.rotative.newsroom.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.platform.Problem;
import press.rotative.story.house.Accent;
import press.rotative.story.house.Colour;
import press.rotative.story.house.Look;

/// Shows how the colours of a look, or those that somebody typed, stand on the grounds of the site.
final class LookMaker {
    private LookMaker() {}

    /// The field of the form.
    static String field(Accent.Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> "accent";
            case DARK -> "accent-dark";
        };
    }

    /// As Rotative comes; the style sheet of the site says the same.
    static String usual(Accent.Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> "#b4300f";
            case DARK -> "#ff8a66";
        };
    }

    /// @param shown the look as the public sees it
    static List<LookPage.Scheme> schemes(Shell shell, Form form, Look shown) {
        return List.of(
                scheme(shell, form, Accent.Scheme.LIGHT, shown.accent()),
                scheme(shell, form, Accent.Scheme.DARK, shown.accentDark()));
    }

    private static LookPage.Scheme scheme(Shell shell, Form form, Accent.Scheme scheme, @Nullable String shown) {
        Colour typed = typed(form.value(field(scheme)));
        Colour colour = typed != null ? typed : Colour.of(shown == null ? usual(scheme) : shown);
        String key = scheme.name().toLowerCase(Locale.ROOT);
        var grounds = new ArrayList<LookPage.Ground>();
        List<String> names = List.of("page", "band");
        for (int i = 0; i < names.size(); i++) {
            grounds.add(ground(
                    shell.say("manage.look.ground." + names.get(i)),
                    scheme.grounds().get(i),
                    colour));
        }
        grounds.add(ground(shell.say("manage.look.ground.on"), colour, Accent.on(colour)));
        boolean readable = Accent.readable(colour, scheme);
        return new LookPage.Scheme(
                field(scheme),
                shell.say("manage.look." + key),
                readable ? null : Accent.nearest(colour, scheme).hex(),
                grounds);
    }

    private static @Nullable Colour typed(String typed) {
        try {
            return typed.isBlank() ? null : Colour.of(typed);
        } catch (Problem none) {
            return null;
        }
    }

    private static LookPage.Ground ground(String name, Colour ground, Colour text) {
        double ratio = ground.contrast(text);
        return new LookPage.Ground(name, ground.hex(), text.hex(), Look.ratio(ratio), ratio >= Accent.ENOUGH);
    }
}
