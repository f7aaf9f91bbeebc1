package press.rotative.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.wire.clipping.Clipping;

/// The body that a clipping makes. Titles of other stories wait as plain text until their story is here; pictures are
/// rows without a file.
final class ClippedBody {

    /// The story room takes no longer paragraph; what is longer is cut between sentences.
    static final int LONGEST_PARAGRAPH = 20_000;

    private ClippedBody() {}

    /// @param pictures numbers of the pictures of blocks, by the block's id
    static Body of(Clipping clipping, Map<String, PictureId> pictures) {
        List<Block> blocks = new ArrayList<>();
        for (Clipping.Block block : clipping.blocks()) {
            switch (block) {
                case Clipping.Paragraph paragraph -> paragraphs(paragraph, blocks);
                case Clipping.Heading heading ->
                    blocks.add(new Block.Heading(heading.id(), heading.text(), heading.level()));
                case Clipping.ListBlock list -> blocks.add(new Block.Items(list.id(), list.ordered(), list.items()));
                case Clipping.Quote quote ->
                    blocks.add(new Block.Quote(
                            quote.id(),
                            quote.text(),
                            quote.marks(),
                            quote.attribution().orElse(null)));
                case Clipping.Table table ->
                    blocks.add(
                            new Block.Table(table.id(), table.caption().orElse(null), table.columns(), table.rows()));
                case Clipping.Embed embed ->
                    blocks.add(new Block.Embed(
                            embed.id(),
                            embed.address(),
                            embed.title(),
                            embed.provider().orElse(null)));
                case Clipping.PictureBlock picture ->
                    blocks.add(new Block.Illustration(
                            picture.id(), Objects.requireNonNull(pictures.get(picture.id())), null, null));
                case Clipping.Teaser teaser ->
                    blocks.add(new Block.Teaser(teaser.id(), null, teaser.title(), pictures.get(teaser.id())));
            }
        }
        return new Body(blocks);
    }

    /// What is known about the picture of a block.
    static PictureDescription description(Clipping.Picture picture) {
        PictureDescription words = PictureDescription.EMPTY.withWords(
                picture.caption().orElse(null),
                picture.alt().orElse(null),
                picture.credit()
                        .map(credit -> picture.creditDetail()
                                .map(detail -> credit + " / " + detail)
                                .orElse(credit))
                        .orElse(null),
                picture.archive());
        return words.withMakersOfCredit();
    }

    private static void paragraphs(Clipping.Paragraph paragraph, List<Block> blocks) {
        if (paragraph.text().length() <= LONGEST_PARAGRAPH) {
            blocks.add(new Block.Paragraph(paragraph.id(), paragraph.text(), paragraph.marks()));
            return;
        }
        String rest = paragraph.text();
        int number = 1;
        while (rest.length() > LONGEST_PARAGRAPH) {
            int end = rest.lastIndexOf(". ", LONGEST_PARAGRAPH - 2);
            int cut = end > 0 ? end + 1 : LONGEST_PARAGRAPH - 1;
            blocks.add(Block.Paragraph.of(id(paragraph, number++), rest.substring(0, cut)));
            rest = rest.substring(cut).strip();
        }
        blocks.add(Block.Paragraph.of(id(paragraph, number), rest));
    }

    private static String id(Clipping.Paragraph paragraph, int number) {
        return number == 1 ? paragraph.id() : paragraph.id() + "-" + number;
    }
}
