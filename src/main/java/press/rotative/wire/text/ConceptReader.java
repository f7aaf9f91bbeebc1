package press.rotative.wire.text;

import java.util.List;
import press.rotative.wire.words.ConceptKinds;
import press.rotative.wire.words.Mentions;

/// Gives each tag its kind, by [ConceptKinds], once all of the text of the page is known.
final class ConceptReader implements PageReader {

    @Override
    public void read(Page page, ClippingDraft draft) {
        if (draft.tags.isEmpty()) {
            return;
        }
        var kinds = new ConceptKinds(Mentions.in(texts(page)), draft.tags);
        draft.tags.forEach(tag -> draft.concepts.add(kinds.concept(tag)));
    }

    /// Lines of tags are left out: they say nothing about a name.
    private static List<String> texts(Page page) {
        return page.lines().stream()
                .filter(line -> !line.holds(TagsReader.FIELD)
                        && !line.furniture()
                        && line.repeats().isEmpty())
                .map(Line::text)
                .toList();
    }
}
