package press.rotative.newsroom.webhooks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.story.Editions;
import press.rotative.webhooks.Delivery;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookState;
import press.rotative.webhooks.Webhook;

/// What is said of webhooks, in the language of who reads.
final class WebhookWords {
    private final Shell shell;

    WebhookWords(Shell shell) {
        this.shell = shell;
    }

    List<DeskPage.Choice> events(Form form) {
        return Arrays.stream(HookEvent.values())
                .map(event -> new DeskPage.Choice(
                        event.label(),
                        shell.say("webhook.event." + event.label()),
                        form.has("events", event.label()),
                        null,
                        null))
                .toList();
    }

    List<DeskPage.Choice> editions(DSLContext sql, Form form) {
        return new Editions(sql)
                .all().stream()
                        .map(edition -> new DeskPage.Choice(
                                edition.code(),
                                edition.name(),
                                form.has("editions", edition.code()),
                                edition.language(),
                                edition.direction()))
                        .toList();
    }

    WebhooksPage.Standing standing(Webhook hook) {
        boolean failing = hook.state() == HookState.ACTIVE && hook.failingSince() != null;
        String look =
                switch (hook.state()) {
                    case ACTIVE -> failing ? "review" : "ready";
                    case PAUSED -> "pitch";
                    case GIVEN_UP, GONE -> "fix";
                };
        String words = shell.say(
                failing
                        ? "webhook.state.failing"
                        : "webhook.state." + hook.state().label());
        return new WebhooksPage.Standing(look, words, more(hook));
    }

    private String more(Webhook hook) {
        return switch (hook.state()) {
            case ACTIVE ->
                hook.failingSince() == null
                        ? ""
                        : shell.say(
                                "webhook.failing.since",
                                shell.words().number(hook.attempts()),
                                said(hook.failingSince()),
                                said(hook.nextAt()));
            case PAUSED, GIVEN_UP, GONE -> shell.say("webhook.state.since", said(hook.stateAt()));
        };
    }

    private String said(Instant at) {
        return shell.dates().stampWithTime(at).words();
    }

    WebhookPage.Running running(Webhook hook, List<Delivery> deliveries, String path, Instant now) {
        Instant old = hook.oldSecretUntil();
        return new WebhookPage.Running(
                standing(hook),
                hook.state() != HookState.ACTIVE,
                hook.state() == HookState.PAUSED,
                old == null || !now.isBefore(old) ? null : shell.dates().stampWithTime(old),
                deliveries.stream().map(each -> line(each, path)).toList());
    }

    private WebhookPage.Line line(Delivery delivery, String path) {
        return new WebhookPage.Line(
                delivery.arrived() ? "okc" : "bad",
                outcome(delivery),
                delivery.event(),
                delivery.message(),
                cause(delivery),
                shell.dates().stampWithTime(delivery.at()),
                shell.say("webhook.millis", shell.words().number(delivery.millis())),
                delivery.answer() == null ? "" : delivery.answer(),
                path + "/deliveries/" + delivery.id() + "/again");
    }

    private String outcome(Delivery delivery) {
        if (delivery.status() != null) {
            return shell.say(delivery.arrived() ? "webhook.arrived" : "webhook.refused", delivery.status() + "");
        }
        String key = delivery.failure() == null ? "problem.web.broken" : delivery.failure();
        String word = delivery.failureWord() == null ? "" : delivery.failureWord();
        return shell.say("webhook.failed", shell.say(key, word));
    }

    private String cause(Delivery delivery) {
        return switch (delivery.cause()) {
            case LOG -> shell.say("webhook.attempt", shell.words().number(delivery.attempt()));
            case AGAIN -> shell.say("webhook.cause.again");
            case TEST -> shell.say("webhook.cause.test");
        };
    }
}
