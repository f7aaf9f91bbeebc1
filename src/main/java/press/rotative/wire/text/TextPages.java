package press.rotative.wire.text;

import java.util.List;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.clipping.Reading;
import press.rotative.wire.words.Languages;

/// Reads the plain text of a page into a clipping. The readers stand in this order because each leaves alone what an
/// earlier one has claimed: first what is certain (furniture, readers' comments, addresses, facts, tags, related
/// titles), then the parts of the head, then the body, and at last what is told from everything that was found.
public final class TextPages {

    private static final List<PageReader> READERS = List.of(
            new FurnitureReader(),
            new CommentsReader(),
            new AddressReader(),
            new FactsReader(),
            new TagsReader(),
            new RelatedReader(),
            new LabelsReader(),
            new CreditsReader(),
            new SectionReader(),
            new HeadlineReader(),
            new HeroReader(),
            new Counters(),
            new StandfirstReader(),
            new LateHeroReader(),
            new BodyReader(),
            new OutletReader(),
            new ConceptReader());

    private TextPages() {}

    /// Reads the decoded text of the capture. Never throws for what is in it.
    public static Reading read(Capture capture, String text) {
        return switch (Page.parse(text)) {
            case Page.Parsed.Refused refused -> new Reading.Refused(refused.reason());
            case Page.Parsed.Lines lines -> read(capture, lines.page(), text);
        };
    }

    private static Reading read(Capture capture, Page page, String text) {
        if (page.size() == 0) {
            return new Reading.Refused("holds no visible text. Capture the page again.");
        }
        var draft = new ClippingDraft();
        draft.language = Languages.of(text);
        header(page);
        for (PageReader reader : READERS) {
            reader.read(page, draft);
        }
        Clipping clipping = draft.clipping(capture, page.ledger());
        boolean article =
                clipping.standfirst().isPresent() || clipping.blocks().stream().anyMatch(TextPages::text);
        return article
                ? new Reading.Read(clipping)
                : new Reading.Refused("holds no article: no paragraph of running text was found in it. "
                        + "Capture the page with its text, as it reads in a browser.");
    }

    /// A header line that names the encoding is furniture.
    private static void header(Page page) {
        if (page.line(0).text().regionMatches(true, 0, "content-type:", 0, 13)) {
            page.line(0).claim(0, page.line(0).length(), Fate.FURNITURE, "encoding");
        }
    }

    private static boolean text(Clipping.Block block) {
        return block instanceof Clipping.Paragraph || block instanceof Clipping.ListBlock;
    }
}
