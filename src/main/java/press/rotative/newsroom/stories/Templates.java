package press.rotative.newsroom.stories;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/stories`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> story(StoryPage page) {
        return out -> JtestoryGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> deed(DeedPage page) {
        return out -> JtedeedGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> comparison(ComparisonPage page) {
        return out -> JtecomparisonGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> original(OriginalPage page) {
        return out -> JteoriginalGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> familyDeed(FamilyDeedPage page) {
        return out -> JtefamilydeedGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> familyDone(FamilyDonePage page) {
        return out -> JtefamilydoneGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> closure(ClosurePage page) {
        return out -> JteclosureGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> destruction(DestructionPage page) {
        return out -> JtedestructionGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> preview(PreviewPage page) {
        return out -> JtepreviewGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> past(PastPage page) {
        return out -> JtepastGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> shared(SharedPage page) {
        return out -> JtesharedGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> begin(NewStoryPage page) {
        return out -> JtebeginGenerated.render(out, null, page);
    }
}
