package press.rotative.sample;

import java.util.List;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.house.CreatePage;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPageKind;
import press.rotative.story.house.PageText;
import press.rotative.story.house.PublishPage;

/// Publishes the pages on which the sample newsroom speaks of itself.
final class PagesPacker {
    private static final String HEADING = "## ";
    private static final String QUOTE = "> ";

    private final Press press;
    private final SampleIds ids;

    PagesPacker(Press press, SampleIds ids) {
        this.press = press;
        this.ids = ids;
    }

    void pack(List<SamplePage> pages) {
        for (SamplePage page : pages) {
            OwnPageKind kind = OwnPageKind.labelled(page.kind()).orElseThrow();
            page.texts().forEach((edition, text) -> {
                OwnPageId id = perform(
                        new CreatePage(Actor.OPERATOR, ids.edition(edition), kind, text.slug(), null, written(text)));
                perform(new PublishPage(Actor.OPERATOR, id, null));
            });
        }
    }

    private static PageText written(SamplePage.Text text) {
        return new PageText(
                text.title(),
                text.standfirst(),
                new Body(text.text().stream().map(PagesPacker::block).toList()));
    }

    private static Block block(Object part) {
        if (part instanceof List<?> items) {
            return new Block.Items(
                    "",
                    false,
                    items.stream().map(item -> LightText.read((String) item)).toList());
        }
        String text = (String) part;
        if (text.startsWith(HEADING)) {
            return new Block.Heading("", text.substring(HEADING.length()), 2);
        }
        boolean quoted = text.startsWith(QUOTE);
        var read = LightText.read(quoted ? text.substring(QUOTE.length()) : text);
        return quoted
                ? new Block.Quote("", read.plain(), read.marks(), null)
                : new Block.Paragraph("", read.plain(), read.marks());
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
