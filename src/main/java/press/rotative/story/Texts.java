package press.rotative.story;

import org.jspecify.annotations.Nullable;
import press.rotative.language.Folded;
import press.rotative.platform.Problem;

/// Rules for every text that comes in, and the key under which titles and names are compared.
public final class Texts {
    private Texts() {}

    /// @param what how the sentence of a refusal begins
    public static String checked(@Nullable String text, int longest, String what) {
        if (text == null) {
            throw Problem.invalid(what + " needs a text.").as("problem.story.needed");
        }
        if (text.length() > longest) {
            throw Problem.invalid(what + " has at most " + longest + " characters; this one has " + text.length()
                            + ". Please shorten or split it.")
                    .as("problem.story.long", longest, text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= ' ' && unit < Character.MIN_SURROGATE) {
                continue; // nearly all
            }
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(unit) || unit < ' ' && unit != '\n' && unit != '\t') {
                throw Problem.invalid(what + " contains a character that cannot be shown (at place " + i
                                + "). Please remove it.")
                        .as("problem.text.sign", i);
            }
        }
        return text;
    }

    /// A name as lists and addresses show it: in one line, not blank, single spaces.
    ///
    /// @param what how the sentence of a refusal begins
    public static String name(@Nullable String text, int longest, String what) {
        String name = checked(text, longest, what).strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw Problem.invalid(what + " needs a text.").as("problem.story.needed");
        }
        return name;
    }

    public static @Nullable String optional(@Nullable String text, int longest, String what) {
        return text == null || text.isBlank() ? null : checked(text.strip(), longest, what);
    }

    /// Comparison key of a title or name: [Folded], at most 300 units.
    public static String key(String title) {
        String whole = Folded.of(title);
        return whole.length() <= 300 ? whole : whole.substring(0, 300).strip();
    }
}
