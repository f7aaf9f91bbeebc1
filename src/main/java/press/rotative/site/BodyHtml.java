package press.rotative.site;

import java.util.ArrayDeque;
import java.util.List;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Mark;
import press.rotative.story.Text;

/// Writes the typed body of a story as HTML. All markup is written here and all text is escaped here; what stands
/// around the story (pictures, other stories) is written by the target.
final class BodyHtml {

    /// Where the body goes: a page, or a feed.
    interface Target {
        /// Text as this target sets it; only spaces and apostrophes may change.
        String text(String plain);

        /// An address of a link.
        String address(String href);

        /// Markup already safe.
        String picture(Block.Illustration picture);

        String teaser(Block.Teaser teaser);

        String correction(Block.Correction correction);
    }

    private final Target target;
    private final StringBuilder out = new StringBuilder(8192);
    /// A heading of the lower level needs one of the higher before it.
    private boolean headed;

    private BodyHtml(Target target) {
        this.target = target;
    }

    /// @param opening written into the first paragraph, such as the dateline; may be empty
    static String of(Body body, String opening, Target target) {
        var html = new BodyHtml(target);
        boolean opened = opening.isEmpty();
        for (Block block : body.blocks()) {
            boolean opens = !opened && block instanceof Block.Paragraph;
            html.block(block, opens ? opening : "");
            opened |= opens;
        }
        return html.out.toString();
    }

    private void block(Block block, String opening) {
        switch (block) {
            case Block.Paragraph paragraph -> {
                out.append("<p>").append(opening);
                text(paragraph.content());
                out.append("</p>\n");
            }
            case Block.Heading heading -> {
                String tag = heading.level() == 3 && headed ? "h3" : "h2";
                headed = true;
                out.append('<').append(tag).append('>');
                plain(heading.text());
                out.append("</").append(tag).append(">\n");
            }
            case Block.Question question -> question(question);
            case Block.Quote quote -> quote(quote);
            case Block.Items items -> items(items);
            case Block.Illustration picture -> out.append(target.picture(picture));
            case Block.Teaser teaser -> out.append(target.teaser(teaser));
            case Block.Embed embed -> embed(embed);
            case Block.Table table -> table(table);
            case Block.Correction correction -> out.append(target.correction(correction));
        }
    }

    private void question(Block.Question question) {
        out.append("<p class=\"ask\">");
        if (question.by() != null) {
            out.append("<cite>");
            plain(question.by());
            out.append("</cite> ");
        }
        text(question.content());
        out.append("</p>\n");
    }

    private void embed(Block.Embed embed) {
        out.append("<p class=\"inset\"><a href=\"")
                .append(escaped(target.address(embed.url())))
                .append("\" rel=\"nofollow\">");
        plain(embed.title());
        out.append("</a>");
        if (embed.provider() != null) {
            out.append(" <small><bdi>");
            plain(embed.provider());
            out.append("</bdi></small>");
        }
        out.append("</p>\n");
    }

    private void quote(Block.Quote quote) {
        out.append("<blockquote class=\"pull\"><p>");
        text(quote.content());
        out.append("</p>");
        if (quote.attribution() != null) {
            out.append("<footer>");
            plain(quote.attribution());
            out.append("</footer>");
        }
        out.append("</blockquote>\n");
    }

    private void items(Block.Items items) {
        String tag = items.ordered() ? "ol" : "ul";
        out.append('<').append(tag).append('>');
        for (Text item : items.items()) {
            out.append("<li>");
            text(item);
            out.append("</li>");
        }
        out.append("</").append(tag).append(">\n");
    }

    private void table(Block.Table table) {
        out.append("<div class=\"tbl\"><table>");
        if (table.caption() != null) {
            out.append("<caption>");
            plain(table.caption());
            out.append("</caption>");
        }
        out.append("<thead>");
        row(table.columns(), "th scope=\"col\"", "th");
        out.append("</thead><tbody>");
        table.rows().forEach(row -> row(row, "td", "td"));
        out.append("</tbody></table></div>\n");
    }

    private void row(List<String> cells, String open, String close) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append('<').append(open).append('>');
            plain(cell);
            out.append("</").append(close).append('>');
        }
        out.append("</tr>");
    }

    private void plain(String text) {
        escape(target.text(text), out);
    }

    /// Marks nest, so an open mark ends before or with those that hold it. The text is set as a whole before it is cut
    /// at the marks, because what stands before a sign decides about its space.
    private void text(Text text) {
        String source = text.plain();
        String set = target.text(source);
        var open = new ArrayDeque<Mark>();
        int at = 0;
        int after = 0;
        for (Mark mark : text.marks()) {
            if (mark.from() < after) {
                continue;
            }
            while (!open.isEmpty() && open.peek().to() <= mark.from()) {
                at = close(source, set, at, open.pop());
            }
            at = writeTo(source, set, at, mark.from());
            opening(mark);
            if (mark.kind() == Mark.Kind.CODE) {
                at = code(source, set, mark);
                after = mark.to();
            } else {
                open.push(mark);
            }
        }
        while (!open.isEmpty()) {
            at = close(source, set, at, open.pop());
        }
        escape(set.substring(at), out);
    }

    /// Code stands as it was written, whatever the target does to words; marks inside it say nothing.
    private int code(String source, String set, Mark mark) {
        escape(source.substring(mark.from(), mark.to()), out);
        out.append("</code>");
        return place(source, set, mark.to());
    }

    private int close(String source, String set, int at, Mark mark) {
        int reached = writeTo(source, set, at, mark.to());
        out.append("</").append(tag(mark)).append('>');
        return reached;
    }

    private int writeTo(String source, String set, int at, int index) {
        int to = Math.max(at, place(source, set, index));
        escape(set.substring(at, to), out);
        return to;
    }

    private void opening(Mark mark) {
        out.append('<').append(tag(mark));
        if (mark.href() != null) {
            out.append(" href=\"").append(escaped(target.address(mark.href()))).append('"');
        }
        out.append('>');
    }

    private static String tag(Mark mark) {
        return switch (mark.kind()) {
            case STRONG -> "strong";
            case EMPHASIS -> "em";
            case LINK -> "a";
            case CODE -> "code";
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
        };
    }

    /// Where an index of the source stands in the set text: behind as many characters that are not spaces.
    static int place(String source, String set, int index) {
        int solid = 0;
        for (int i = 0; i < index; i++) {
            solid += space(source.charAt(i)) ? 0 : 1;
        }
        int at = 0;
        while (solid > 0 && at < set.length()) {
            solid -= space(set.charAt(at)) ? 0 : 1;
            at++;
        }
        boolean behindSpace = index > 0 && space(source.charAt(index - 1));
        while (behindSpace && at < set.length() && space(set.charAt(at))) {
            at++;
        }
        return index >= source.length() ? set.length() : at;
    }

    private static boolean space(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    static String escaped(String text) {
        var result = new StringBuilder(text.length() + 16);
        escape(text, result);
        return result.toString();
    }

    private static void escape(String text, StringBuilder out) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign > '>') {
                continue; // nearly all
            }
            String instead =
                    switch (sign) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> null;
                    };
            if (instead != null) {
                out.append(text, from, i).append(instead);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
