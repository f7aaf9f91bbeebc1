package press.rotative.newsroom.search;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/search`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> search(SearchPage page) {
        return out -> JtesearchGenerated.render(out, null, page);
    }
}
