package press.rotative.sample;

import java.util.ArrayList;
import java.util.List;
import press.rotative.story.Mark;
import press.rotative.story.Text;

/// Reads the light marks of the sample's texts: `*emphasis*`, `**strong**`, `[text](https://...)`. A backslash before
/// `*`, `[`, `]`, `(`, `)` or `\` makes it an ordinary character.
final class LightText {
    private final String source;
    private final StringBuilder plain = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int at;

    private LightText(String source) {
        this.source = source;
    }

    /// @throws IllegalArgumentException a mark that is not closed
    static Text read(String source) {
        var reader = new LightText(source);
        reader.readUntil("");
        return Text.of(reader.plain.toString(), reader.marks);
    }

    /// @param end what closes the mark that is being read; empty: the end of the text
    private void readUntil(String end) {
        while (at < source.length()) {
            char letter = source.charAt(at);
            if (!end.isEmpty() && source.startsWith(end, at)) {
                at += end.length();
                return;
            } else if (letter == '\\' && at + 1 < source.length() && "*[]()\\".indexOf(source.charAt(at + 1)) >= 0) {
                plain.append(source.charAt(at + 1));
                at += 2;
            } else if (source.startsWith("**", at)) {
                marked("**", Mark.Kind.STRONG);
            } else if (letter == '*') {
                marked("*", Mark.Kind.EMPHASIS);
            } else if (letter == '[') {
                link();
            } else {
                plain.append(letter);
                at++;
            }
        }
        if (!end.isEmpty()) {
            throw new IllegalArgumentException("'" + end + "' is missing at the end of a mark in: " + source);
        }
    }

    private void marked(String sign, Mark.Kind kind) {
        int from = plain.length();
        at += sign.length();
        readUntil(sign);
        marks.add(new Mark(from, plain.length(), kind, null));
    }

    private void link() {
        int from = plain.length();
        at++;
        readUntil("](");
        int close = source.indexOf(')', at);
        if (close < 0) {
            throw new IllegalArgumentException("')' is missing behind the address of a link in: " + source);
        }
        marks.add(new Mark(from, plain.length(), Mark.Kind.LINK, source.substring(at, close)));
        at = close + 1;
    }
}
