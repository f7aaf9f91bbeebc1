package press.rotative.newsroom.stories;

import java.util.List;
import java.util.stream.Collectors;
import press.rotative.story.Block;

/// Blocks as a test reads them: the marks of a form, without ids.
final class Written {
    private Written() {}

    static String of(List<Block> blocks) {
        return blocks.stream().map(Written::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Table table ->
                row(table.columns()) + "\n"
                        + table.rows().stream().map(Written::row).collect(Collectors.joining("\n"));
            case Block.Embed embed -> "@ " + embed.title() + " " + embed.url();
            case Block.Illustration picture -> "picture " + picture.caption() + ", " + picture.alt();
            case Block.Teaser teaser -> "card " + teaser.story();
            case Block.Correction correction -> "! " + correction.text();
            default -> MarkedBlocks.write(block);
        };
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
