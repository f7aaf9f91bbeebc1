package press.rotative.site;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.language.Tongue;

/// A story seen from another page.
///
/// @param href null when the story is not here: its title is then plain text
/// @param level 2 or 3, the heading's place in the page
/// @param kicker section and label
/// @param label what is said of the story's kind, such as "Opinion"
/// @param language set when the story is in another language than the page
record Teaser(
        Shape shape,
        int level,
        @Nullable String kicker,
        @Nullable String label,
        List<Piece> heading,
        @Nullable String href,
        @Nullable Figure figure,
        List<Piece> standfirst,
        List<String> signature,
        @Nullable Moment when,
        @Nullable Tongue language) {

    enum Shape {
        PLAIN("teaser"),
        LEAD("teaser lead"),
        ROW("teaser row"),
        OPINION("teaser op");

        private final String css;

        Shape(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    Teaser {
        heading = List.copyOf(heading);
        standfirst = List.copyOf(standfirst);
        signature = List.copyOf(signature);
        if (heading.isEmpty()) {
            throw new IllegalArgumentException("a teaser has a title");
        }
        if (level != 2 && level != 3) {
            throw new IllegalArgumentException("a teaser's heading is of level 2 or 3");
        }
    }

    /// Only the title: what is known of a story that is not here.
    static Teaser titleOnly(String title) {
        return new Teaser(Shape.PLAIN, 3, null, null, Piece.plain(title), null, null, List.of(), List.of(), null, null);
    }

    /// Inside its section a story need not name it; its label stays.
    Teaser withoutKicker() {
        return new Teaser(shape, level, label, label, heading, href, figure, standfirst, signature, when, language);
    }

    boolean hasMeta() {
        return !signature.isEmpty() || when != null;
    }

    /// One or two letters that stand for who has this opinion; null for everything else. Letters without capitals would
    /// join, so of them there is one.
    @Nullable
    String initials() {
        if (shape != Shape.OPINION || signature.isEmpty()) {
            return null;
        }
        List<String> names = Arrays.stream(signature.getFirst().split("[\\s’'-]+"))
                .filter(word -> !word.isEmpty() && !Character.isLowerCase(word.codePointAt(0)))
                .map(word -> Character.toString(word.codePointAt(0)))
                .toList();
        if (names.isEmpty()) {
            return Character.toString(signature.getFirst().codePointAt(0));
        }
        boolean capitals = Character.isUpperCase(names.getFirst().codePointAt(0));
        return names.size() == 1 || !capitals ? names.getFirst() : names.getFirst() + names.getLast();
    }

    String css() {
        return shape == Shape.ROW && figure == null ? Shape.PLAIN.css() : shape.css();
    }

    @Nullable
    String lang() {
        return language == null ? null : language.tag();
    }

    @Nullable
    String dir() {
        return language == null ? null : language.direction();
    }
}
