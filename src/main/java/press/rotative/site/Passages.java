package press.rotative.site;

import java.util.List;
import press.rotative.story.Block;
import press.rotative.story.Body;

/// The passages of a story's body that a reader of search results may be shown.
final class Passages {
    private Passages() {}

    static List<String> of(Body body) {
        return body.blocks().stream()
                .map(Passages::of)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Quote quote -> quote.text();
            case Block.Heading heading -> heading.text();
            case Block.Question question -> question.text();
            case Block.Items items ->
                String.join(
                        " ", items.items().stream().map(item -> item.plain()).toList());
            case Block.Correction correction -> correction.text();
            case Block.Illustration picture -> picture.caption() == null ? "" : picture.caption();
            case Block.Teaser teaser -> "";
            case Block.Embed embed -> embed.title();
            case Block.Table table -> table.caption() == null ? "" : table.caption();
        };
    }
}
