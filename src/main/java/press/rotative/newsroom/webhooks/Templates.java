package press.rotative.newsroom.webhooks;

import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// Which screen is made by which template of `src/main/jte/newsroom/webhooks`.
@SuppressWarnings("NullAway") // the generated classes take null for "no interceptor"
final class Templates {
    private Templates() {}

    static Consumer<HtmlTemplateOutput> webhooks(WebhooksPage page) {
        return out -> JtewebhooksGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> webhook(WebhookPage page) {
        return out -> JtewebhookGenerated.render(out, null, page);
    }

    static Consumer<HtmlTemplateOutput> secret(SecretPage page) {
        return out -> JtesecretGenerated.render(out, null, page);
    }
}
