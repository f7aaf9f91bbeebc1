package press.rotative.newsroom.manage;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/manage`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> sections(SectionsPage page) {
        return out -> JtesectionsGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> section(SectionPage page) {
        return out -> JtesectionGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> menus(MenusPage page) {
        return out -> JtemenusGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> menu(MenuPage page) {
        return out -> JtemenuGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> ownPages(OwnPagesPage page) {
        return out -> JteownpagesGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> ownPage(OwnPageScreen page) {
        return out -> JteownpageGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> takeDownPage(OwnPageDown page) {
        return out -> JteownpagedownGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> looks(LooksPage page) {
        return out -> JtelooksGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> look(LookPage page) {
        return out -> JtelookGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> names(NamesPage page) {
        return out -> JtenamesGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> concept(ConceptPage page) {
        return out -> JteconceptGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> merge(MergePage page) {
        return out -> JtemergeGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> author(AuthorPage page) {
        return out -> JteauthorGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> editions(EditionsPage page) {
        return out -> JteeditionsGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> edition(EditionPage page) {
        return out -> JteeditionGenerated.render(out, null, page);
    }
}
