package press.rotative.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Text;
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
                case Clipping.Heading heading -> blocks.add(new Block.Heading(heading.id(), heading.text(), 2));
                case Clipping.ListBlock list ->
                    blocks.add(new Block.Items(
                            list.id(),
                            false,
                            list.items().stream().map(Text::of).toList()));
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
        return PictureDescription.captioned(
                picture.caption().orElse(null),
                picture.credit()
                        .map(credit -> picture.creditDetail()
                                .map(detail -> credit + " / " + detail)
                                .orElse(credit))
                        .orElse(null),
                picture.archive());
    }

    private static void paragraphs(Clipping.Paragraph paragraph, List<Block> blocks) {
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
