package press.rotative.newsroom.desk;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.function.Consumer;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;

/// Which screen is made by which template of `src/main/jte/newsroom/desk`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> alarms(Words words, List<Alert> alerts, List<DeskPage.Clock> clocks) {
        return out -> JtealarmsGenerated.render(out, null, words, alerts, clocks);
    }

    static Consumer<HtmlTemplateOutput> bulk(BulkPage page) {
        return out -> JtebulkGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> desk(DeskPage page) {
        return out -> JtedeskGenerated.render(out, null, page);
    }
}
