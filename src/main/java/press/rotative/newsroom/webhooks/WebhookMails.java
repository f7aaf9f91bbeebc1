package press.rotative.newsroom.webhooks;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.HomeAddress;
import press.rotative.people.Member;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.platform.Database;
import press.rotative.platform.mail.Letter;
import press.rotative.platform.mail.Mailer;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.webhooks.StopNotice;
import press.rotative.webhooks.Webhook;

/// Writes to the administrators when a webhook is not delivered to any more, each in their own language.
@Singleton
final class WebhookMails implements StopNotice {
    private static final int AT_ONCE = 100;
    private static final int MOST = 20;

    private final Database database;
    private final Mailer mailer;
    private final HomeAddress home;

    WebhookMails(Database database, Mailer mailer, HomeAddress home) {
        this.database = database;
        this.mailer = mailer;
        this.home = home;
    }

    /// Where no mail is set up, the band over the screens and `/health` have to do.
    @Override
    public boolean tell(Webhook stopped) {
        if (!mailer.isSet()) {
            return true;
        }
        List<Member> administrators = administrators();
        String newspaper = database.read(sql ->
                new Editions(sql).all().stream().findFirst().map(Edition::name).orElse("Rotative"));
        boolean sent = administrators.isEmpty();
        for (Member member : administrators) {
            sent |= mailer.send(letter(member, newspaper, stopped));
        }
        return sent;
    }

    private Letter letter(Member member, String newspaper, Webhook stopped) {
        String language = member.language();
        Words words = Words.in("newsroom", Tongue.of(language == null ? "en" : language), Digits.WESTERN);
        return new Letter(
                member.email(),
                words.say("mail.webhook.subject", newspaper, stopped.name()),
                words.say(
                        "mail.webhook.text",
                        member.name(),
                        newspaper,
                        stopped.name(),
                        words.say("webhook.stopped." + stopped.state().label()),
                        home.forLinks() + WebhooksResource.PATH + "/"
                                + stopped.id().value()));
    }

    private List<Member> administrators() {
        var found = new ArrayList<Member>();
        String after = "";
        while (found.size() < MOST) {
            String from = after;
            List<Member> page = database.read(sql -> new Staff(sql).members(true, from, AT_ONCE));
            page.stream()
                    .filter(member -> Policy.allowsEverywhere(member.actor(), Power.MANAGE_WEBHOOKS))
                    .limit(MOST - found.size())
                    .forEach(found::add);
            if (page.size() < AT_ONCE) {
                return found;
            }
            after = page.getLast().email();
        }
        return found;
    }
}
