package press.rotative.wire;

/// Gives each tag its kind, by [ConceptKinds], once all of the text of the page is known.
final class ConceptReader implements PageReader {

    @Override
    public void read(Page page, ClippingDraft draft) {
        if (draft.tags.isEmpty()) {
            return;
        }
        var kinds = new ConceptKinds(Mentions.of(page), draft.tags);
        draft.tags.forEach(tag -> draft.concepts.add(kinds.concept(tag)));
    }
}
