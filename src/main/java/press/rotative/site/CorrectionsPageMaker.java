package press.rotative.site;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Corrections;

/// Makes the page of an edition's corrections, by month, newest first.
final class CorrectionsPageMaker {
    private static final int ON_A_PAGE = 50;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    CorrectionsPageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    /// @param before where the page before ended; null for the first
    CorrectionsPage page(Voice voice, Corrections.@Nullable Place before) {
        List<Corrections.Correction> found =
                snapshot.corrections(voice.edition().id(), before, ON_A_PAGE + 1);
        List<Corrections.Correction> corrections = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        TeaserMaker teasers = new TeaserMaker(snapshot, voice, List.of()); // titles need neither pictures nor names
        var months = new LinkedHashMap<YearMonth, List<CorrectionsPage.Entry>>();
        for (Corrections.Correction correction : corrections) {
            months.computeIfAbsent(voice.dates().monthOf(correction.when()), month -> new ArrayList<>())
                    .add(new CorrectionsPage.Entry(
                            voice.dates().stampWithTime(correction.when()),
                            teasers.link(correction.story()),
                            correction.note()));
        }
        String path = Places.corrections(voice.edition());
        boolean more = found.size() > ON_A_PAGE;
        return new CorrectionsPage(
                chrome(voice, before == null),
                months(voice, months, before != null, more),
                more ? path + "?before=" + place(corrections.getLast().place()) : null,
                before == null ? null : path,
                Link.to(voice.words().say("list.follow"), Places.feedOf(path, Route.FeedFormat.RSS)));
    }

    /// A month says how many it has, also where it began on the page before or goes on on the next.
    private List<CorrectionsPage.Month> months(
            Voice voice, SequencedMap<YearMonth, List<CorrectionsPage.Entry>> months, boolean begun, boolean more) {
        var made = new ArrayList<CorrectionsPage.Month>();
        months.forEach((month, entries) -> {
            boolean whole = !(begun && month.equals(months.firstEntry().getKey()))
                    && !(more && month.equals(months.lastEntry().getKey()));
            int count = whole ? entries.size() : count(voice, month);
            made.add(new CorrectionsPage.Month(
                    voice.dates().month(month), voice.words().count("corrections.count", count), entries));
        });
        return made;
    }

    private int count(Voice voice, YearMonth month) {
        ZoneId zone = voice.edition().timeZone();
        return snapshot.countCorrections(
                voice.edition().id(),
                ArchivePeriod.begin(month.atDay(1), zone),
                ArchivePeriod.begin(month.plusMonths(1).atDay(1), zone));
    }

    private static String place(Corrections.Place place) {
        return place.when().toEpochMilli() + "-" + place.story().value() + "-" + place.version();
    }

    private Chrome chrome(Voice voice, boolean first) {
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
        return chromes.chrome(voice, false, null, first ? head : head.unindexed(), others);
    }
}
