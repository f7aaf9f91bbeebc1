package press.rotative.newsroom.desk;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/desk`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> bulk(BulkPage page) {
        return out -> JtebulkGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> desk(DeskPage page) {
        return out -> JtedeskGenerated.render(out, null, page);
    }
}
