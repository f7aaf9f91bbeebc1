package press.rotative.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Text;

/// The words of a story's body, without marks. Words of other stories (teasers) are not this story's.
final class PlainText {
    private PlainText() {}

    static String of(Body body) {
        return body.blocks().stream().flatMap(PlainText::parts).collect(Collectors.joining("\n"));
    }

    private static Stream<String> parts(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Question question -> Stream.of(question.text());
            case Block.Quote quote -> Stream.concat(Stream.of(quote.text()), Stream.ofNullable(quote.attribution()));
            case Block.Items items -> items.items().stream().map(Text::plain);
            case Block.Illustration illustration -> Stream.ofNullable(illustration.caption());
            case Block.Teaser teaser -> Stream.empty();
            case Block.Embed embed -> Stream.of(embed.title());
            case Block.Table table ->
                Stream.of(
                                Stream.ofNullable(table.caption()),
                                table.columns().stream(),
                                table.rows().stream().flatMap(row -> row.stream()))
                        .flatMap(cells -> cells);
            case Block.Correction correction -> Stream.of(correction.text());
        };
    }
}
