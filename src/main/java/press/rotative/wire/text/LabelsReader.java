package press.rotative.wire.text;

import press.rotative.wire.words.Prose;

/// Gives a line back whose label nobody followed up: when what stands after "Tags:" is neither tags nor anything else
/// that was looked for, the label is part of a sentence.
final class LabelsReader implements PageReader {

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            boolean labelOnly = line.pieces().size() == 1 && line.furniture();
            if (labelOnly
                    && Prose.words(line.text()
                                    .substring(line.pieces().getFirst().to()))
                            > 0) {
                line.release();
            }
        }
    }
}
