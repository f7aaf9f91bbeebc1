package press.rotative.newsroom.inbox;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/inbox`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> inbox(InboxPage page) {
        return out -> JteinboxGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> one(ImportPage page) {
        return out -> JteoneGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> concept(FoundConceptPage page) {
        return out -> JteconceptGenerated.render(out, null, page);
    }
}
