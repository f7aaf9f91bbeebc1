package press.rotative.newsroom.stories;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Mark;
import press.rotative.story.Text;

/// A run of text with its marks as signs: see [MarkedBlocks].
final class MarkedText {
    private static final String SIGNS = "\\*_`~^[]";

    /// A backslash takes the meaning of these too, which mean something at the beginning of a line.
    private static final String ALL_SIGNS = SIGNS + "#>-?.";

    private final String source;
    private final StringBuilder plain = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    private MarkedText(String source) {
        this.source = source;
    }

    /// @param careful every sign is taken its meaning; else backslashes only
    static String write(Text text, boolean careful) {
        var out = new StringBuilder();
        Deque<Mark> open = new ArrayDeque<>();
        int next = 0;
        for (int at = 0; at <= text.plain().length(); at++) {
            while (!open.isEmpty() && open.peek().to() == at) {
                out.append(closing(open.pop()));
            }
            while (next < text.marks().size() && text.marks().get(next).from() == at) {
                Mark mark = text.marks().get(next++);
                out.append(opening(mark));
                open.push(mark);
            }
            if (at < text.plain().length()) {
                char letter = text.plain().charAt(at);
                if (letter == '\\' || careful && SIGNS.indexOf(letter) >= 0) {
                    out.append('\\');
                }
                out.append(letter);
            }
        }
        return out.toString();
    }

    private static String opening(Mark mark) {
        return mark.kind() == Mark.Kind.LINK ? "[" : sign(mark.kind());
    }

    private static String closing(Mark mark) {
        return mark.kind() == Mark.Kind.LINK
                ? "]("
                        + Objects.requireNonNull(mark.href())
                                .replace("\\", "\\\\")
                                .replace(")", "\\)") + ")"
                : sign(mark.kind());
    }

    private static String sign(Mark.Kind kind) {
        return switch (kind) {
            case STRONG -> "**";
            case EMPHASIS -> "_";
            case CODE -> "`";
            case SUBSCRIPT -> "~";
            case SUPERSCRIPT -> "^";
            case LINK -> "[";
        };
    }

    /// @throws press.rotative.platform.Problem INVALID, for a link to where nothing may link
    static Text read(String source) {
        var reading = new MarkedText(source);
        reading.take(0, source.length());
        return new Text(reading.plain.toString(), reading.marks);
    }

    private void take(int from, int to) {
        int at = from;
        while (at < to) {
            char letter = source.charAt(at);
            if (letter == '\\' && at + 1 < to && ALL_SIGNS.indexOf(source.charAt(at + 1)) >= 0) {
                plain.append(source.charAt(at + 1));
                at += 2;
                continue;
            }
            int after = letter == '[' ? link(at, to) : marked(at, to);
            if (after > at) {
                at = after;
            } else {
                plain.append(letter);
                at++;
            }
        }
    }

    /// @return behind the mark; `at` when none begins there
    private int marked(int at, int to) {
        Mark.Kind kind = kind(at, to);
        if (kind == null) {
            return at;
        }
        int width = sign(kind).length();
        int end = end(kind, at + width, to);
        if (end < 0) {
            return at;
        }
        int begin = plain.length();
        int outside = marks.size();
        take(at + width, end);
        if (plain.length() > begin) {
            marks.add(outside, new Mark(begin, plain.length(), kind, null));
        }
        return end + width;
    }

    private Mark.@Nullable Kind kind(int at, int to) {
        return switch (source.charAt(at)) {
            case '*' -> at + 1 < to && source.charAt(at + 1) == '*' ? Mark.Kind.STRONG : null;
            case '_' -> at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1)) ? Mark.Kind.EMPHASIS : null;
            case '`' -> Mark.Kind.CODE;
            case '~' -> Mark.Kind.SUBSCRIPT;
            case '^' -> Mark.Kind.SUPERSCRIPT;
            default -> null;
        };
    }

    /// Where a mark closes that opened before `from`: behind at least one letter; `_` not inside a word, `~` and `^`
    /// around one word only.
    private int end(Mark.Kind kind, int from, int to) {
        String sign = sign(kind);
        for (int at = from; at + sign.length() <= to; at++) {
            char letter = source.charAt(at);
            if (letter == '\\') {
                at++;
                continue;
            }
            boolean oneWord = kind == Mark.Kind.SUBSCRIPT || kind == Mark.Kind.SUPERSCRIPT;
            if (oneWord && Character.isWhitespace(letter)) {
                return -1;
            }
            if (source.startsWith(sign, at) && at > from && mayClose(kind, at + sign.length())) {
                return at;
            }
        }
        return -1;
    }

    private boolean mayClose(Mark.Kind kind, int after) {
        return kind != Mark.Kind.EMPHASIS
                || after >= source.length()
                || !Character.isLetterOrDigit(source.charAt(after));
    }

    private int link(int at, int to) {
        int depth = 0;
        for (int end = at + 1; end + 1 < to; end++) {
            char letter = source.charAt(end);
            if (letter == '\\') {
                end++;
            } else if (letter == '[') {
                depth++;
            } else if (letter == ']' && depth > 0) {
                depth--;
            } else if (letter == ']') {
                return source.charAt(end + 1) == '(' && end > at + 1 ? linked(at, end, to) : at;
            }
        }
        return at;
    }

    private int linked(int at, int end, int to) {
        var href = new StringBuilder();
        int place = end + 2;
        while (place < to && source.charAt(place) != ')') {
            if (source.charAt(place) == '\\' && place + 1 < to) {
                place++;
            }
            href.append(source.charAt(place++));
        }
        boolean address = href.toString().matches("(?i)(?:[a-z][a-z0-9+.-]*:|/)\\S*");
        if (place >= to || !address) {
            return at;
        }
        int begin = plain.length();
        int outside = marks.size();
        take(at + 1, end);
        if (plain.length() > begin) {
            marks.add(outside, new Mark(begin, plain.length(), Mark.Kind.LINK, href.toString()));
        }
        return place + 1;
    }
}
