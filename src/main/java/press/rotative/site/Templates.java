package press.rotative.site;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.language.PageOutput;
import press.rotative.language.Words;

/// Which page is made by which template. The templates in `src/main/jte/site` are compiled to the classes called here,
/// so a page that lacks what its template asks for does not compile.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static byte[] render(FrontPage page) {
        return render(page.chrome(), out -> JtefrontGenerated.render(out, null, page));
    }

    static byte[] render(StoryPage page) {
        return render(page.chrome(), out -> JtestoryGenerated.render(out, null, page));
    }

    static byte[] render(ListPage page) {
        return render(page.chrome(), out -> JtelistGenerated.render(out, null, page));
    }

    static byte[] render(ArchivePage page) {
        return render(page.chrome(), out -> JtearchiveGenerated.render(out, null, page));
    }

    static byte[] render(ComparisonPage page) {
        return render(page.chrome(), out -> JtecomparisonGenerated.render(out, null, page));
    }

    static byte[] render(SearchPage page) {
        return render(page.chrome(), out -> JtesearchGenerated.render(out, null, page));
    }

    static byte[] render(CorrectionsPage page) {
        return render(page.chrome(), out -> JtecorrectionsGenerated.render(out, null, page));
    }

    static byte[] render(OwnPagePage page) {
        return render(page.chrome(), out -> JteownpageGenerated.render(out, null, page));
    }

    static byte[] render(NoticePage page) {
        return render(page.chrome(), out -> JtenoticeGenerated.render(out, null, page));
    }

    static byte[] render(ProblemPage page) {
        return render(page.chrome(), out -> JteproblemGenerated.render(out, null, page));
    }

    static byte[] render(ShortLinkPreviewPage page) {
        return render(page.chrome(), out -> JtepreviewGenerated.render(out, null, page));
    }

    /// A figure inside a story.
    static String fragment(Words words, Figure figure) {
        return text(words, out -> JtefigureGenerated.render(out, null, words, figure, "fig"));
    }

    /// A teaser inside a story.
    static String fragment(Words words, Teaser teaser) {
        return text(words, out -> JteinsetGenerated.render(out, null, words, teaser));
    }

    /// A correction inside a story.
    static String fragment(Words words, @Nullable Moment when, String note) {
        return text(words, out -> JtenoteGenerated.render(out, null, words, when, note, null));
    }

    private static String text(Words words, Consumer<HtmlTemplateOutput> template) {
        var text = new StringOutput();
        template.accept(new PageOutput(text, words.french()));
        return text.toString();
    }

    private static byte[] render(Chrome chrome, Consumer<HtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new PageOutput(bytes, chrome.words().french()));
        return bytes.toByteArray();
    }
}
