package press.rotative.newsroom.stories;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.site.ActReceipt;
import press.rotative.site.Foresight;
import press.rotative.site.NamedPage;
import press.rotative.site.Site;
import press.rotative.story.StoryId;

/// Tells when each page was fresh after the last act on a story, as the page cache of this server saw it.
@Singleton
class ReceiptMaker {
    private static final Duration SHOWN = Duration.ofHours(1);
    private static final int MOST = 60;

    private final Site site;

    ReceiptMaker(Site site) {
        this.site = site;
    }

    /// @return null: there was none lately, or this server did not see it
    @Nullable
    ReceiptView of(DSLContext sql, Shell shell, Instant now, StoryId story) {
        return site.receipt(story.subject())
                .filter(receipt -> receipt.publicAt().plus(SHOWN).isAfter(now))
                .filter(receipt -> isLast(sql, receipt.publication()))
                .map(receipt -> view(sql, shell, now, receipt))
                .orElse(null);
    }

    /// Whether nobody acted on the story since, through another server or together with many stories.
    private static boolean isLast(DSLContext sql, Publication act) {
        return new PublicationLog(sql).last(act.subject()).orElse(0) == act.seq();
    }

    private static ReceiptView view(DSLContext sql, Shell shell, Instant now, ActReceipt receipt) {
        Words words = shell.words();
        var pages = new ArrayList<ReceiptView.Line>();
        var machines = new ArrayList<ReceiptView.Line>();
        Foresight seen = receipt.pages(sql, now);
        int more = seen.more();
        for (NamedPage page : seen.pages()) {
            List<ReceiptView.Line> lines = page.kind().forMachines() ? machines : pages;
            if (lines.size() < MOST) {
                lines.add(line(shell, receipt, page));
            } else {
                more++;
            }
        }
        Publication row = receipt.publication();
        return new ReceiptView(
                words.say(
                        "story.receipt.entry",
                        words.number(row.seq()),
                        words.say("public."
                                + row.act().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                shell.dates().exact(receipt.publicAt()),
                pages,
                machines,
                more == 0 ? null : words.count("story.effects.more", more));
    }

    private static ReceiptView.Line line(Shell shell, ActReceipt receipt, NamedPage page) {
        Instant made = page.below() ? null : receipt.made().get(page.path());
        String state = page.below()
                ? "story.receipt.below"
                : made != null
                        ? "story.receipt.made"
                        : receipt.dropped().contains(page.path()) ? "story.receipt.dropped" : "story.receipt.absent";
        return new ReceiptView.Line(
                Effects.row(shell.words(), page),
                shell.say(state),
                made == null ? null : shell.dates().exact(made));
    }
}
