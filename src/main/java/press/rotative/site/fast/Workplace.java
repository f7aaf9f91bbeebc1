package press.rotative.site.fast;

/// What the connections of one event loop share: one thread works on them, one after another.
final class Workplace {
    private final LoopAnswers answers;
    private final PlainRequest request = new PlainRequest();
    private final Asked asked = new Asked();

    Workplace(LoopAnswers answers) {
        this.answers = answers;
    }

    LoopAnswers answers() {
        return answers;
    }

    /// For who reads bytes.
    PlainRequest request() {
        return request;
    }

    /// For who reads what came out of the decoder.
    Asked asked() {
        return asked;
    }
}
