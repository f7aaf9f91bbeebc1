package press.rotative.newsroom.fronts;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/fronts`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> fronts(FrontsPage page) {
        return out -> JtefrontsGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> alert(AlertPage page) {
        return out -> JtealertGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> arrangement(ArrangementPage page) {
        return out -> JtearrangementGenerated.render(out, null, page);
    }
}
