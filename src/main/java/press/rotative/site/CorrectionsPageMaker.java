package press.rotative.site;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import press.rotative.language.Words;
import press.rotative.story.Newsstand;

/// Makes the page of an edition's corrections, by month, newest first.
final class CorrectionsPageMaker {
    private static final int MOST = 200;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    CorrectionsPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    CorrectionsPage page(Voice voice) {
        List<Newsstand.Corrected> corrections =
                snapshot.corrections(voice.edition().id(), MOST);
        TeaserMaker teasers = new TeaserMaker(
                snapshot,
                voice,
                corrections.stream().map(Newsstand.Corrected::story).toList());
        var months = new LinkedHashMap<YearMonth, List<CorrectionsPage.Entry>>();
        for (Newsstand.Corrected correction : corrections) {
            months.computeIfAbsent(voice.dates().monthOf(correction.when()), month -> new ArrayList<>())
                    .add(new CorrectionsPage.Entry(
                            voice.dates().dateAndTime(correction.when()),
                            teasers.link(correction.story()),
                            correction.note()));
        }
        return new CorrectionsPage(
                chrome(voice),
                months.entrySet().stream()
                        .map(month -> new CorrectionsPage.Month(
                                voice.dates().month(month.getKey()),
                                voice.words()
                                        .count(
                                                "corrections.count",
                                                month.getValue().size()),
                                month.getValue()))
                        .toList(),
                null,
                null,
                Link.to(
                        voice.words().say("list.follow"),
                        Places.feedOf(Places.corrections(voice.edition()), Route.FeedFormat.RSS)));
    }

    private Chrome chrome(Voice voice) {
        Words words = voice.words();
        var others = snapshot.editions().stream()
                .filter(other -> !other.id().equals(voice.edition().id()))
                .map(other -> new ChromeMaker.Elsewhere(other, Places.corrections(other)))
                .toList();
        var head = chromes.head(
                        voice,
                        words.say("corrections") + " | " + voice.edition().name(),
                        words.say("corrections.stand"),
                        Places.corrections(voice.edition()),
                        others,
                        chromes.crumbs(voice, null))
                .following(chromes.feeds(voice, words.say("corrections"), Places.corrections(voice.edition())));
        return chromes.chrome(voice, false, null, head, others);
    }
}
