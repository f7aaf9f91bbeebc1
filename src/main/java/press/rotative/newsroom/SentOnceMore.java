package press.rotative.newsroom;

import gg.jte.html.HtmlTemplateOutput;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/// The page that answers a form which does not fit into a page (a file, an endless text) when something has to be done
/// before: it is done in another tab, and then the browser, which still holds the form, sends it once more.
final class SentOnceMore {
    private final Screens screens;

    SentOnceMore(Screens screens) {
        this.screens = screens;
    }

    /// @param title key of the messages
    /// @param why key of the sentence
    /// @param first where something is done before, in another tab
    /// @param label key of what that is called
    Response page(ContainerRequestContext request, int status, String title, String why, String first, String label) {
        SentForm.pass(request);
        Shell shell = screens.shell(title, null).withoutLanguages();
        return screens.show(status, shell, out -> page(out, shell, why, first, label));
    }

    @SuppressWarnings("NullAway") // the generated class takes null for "no interceptor"
    private static void page(HtmlTemplateOutput out, Shell shell, String why, String first, String label) {
        JteoncemoreGenerated.render(out, null, shell, shell.say(why), first, shell.say(label));
    }
}
