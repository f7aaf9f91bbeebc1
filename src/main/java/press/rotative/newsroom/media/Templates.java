package press.rotative.newsroom.media;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;
import press.rotative.newsroom.Form;

/// Which screen is made by which template of `src/main/jte/newsroom/media`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> library(LibraryPage page) {
        return out -> JtelibraryGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> destruction(PictureDestructionPage page) {
        return out -> JtedestructionGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> picture(PicturePage page, Form form) {
        return out -> JtepictureGenerated.render(out, null, page, form);
    }
}
