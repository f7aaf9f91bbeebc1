package press.rotative.language;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where templates write: escapes every string by its place, and sets French text in French typography. Attributes,
/// titles and addresses keep their source.
public final class PageOutput extends OwaspHtmlTemplateOutput {
    private static final Set<String> NOT_READ_AS_PROSE = Set.of("title", "script", "style", "code", "pre", "textarea");

    private final boolean french;
    private boolean prose = true;

    public PageOutput(TemplateOutput bytes, boolean french) {
        super(bytes);
        this.french = french;
    }

    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {
        prose = attribute == null && (tag == null || !NOT_READ_AS_PROSE.contains(tag));
        super.setContext(tag, attribute);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        super.writeUserContent(french && prose && text != null ? FrenchTypography.set(text) : text);
    }
}
