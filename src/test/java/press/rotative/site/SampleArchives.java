package press.rotative.site;

import java.time.YearMonth;
import java.util.List;

/// Pages of the archive and comparisons of versions, filled by hand.
record SampleArchives(SampleViews views) {

    private String say(String key, Object... values) {
        return views.words().say(key, values);
    }

    private Link link(String text) {
        return Link.to(views.text().apply(text), "/x");
    }

    private String month(int month) {
        return views.dates().month(YearMonth.of(2026, month));
    }

    private Chrome chrome() {
        return views.chrome(false, say("archives"));
    }

    ArchivePage years() {
        return new ArchivePage(
                chrome(),
                null,
                say("archives"),
                List.of(
                        new ArchivePage.Group(link("2026"), List.of(link(month(10)), link(month(11)))),
                        new ArchivePage.Group(link("2025"), List.of(link(month(1))))),
                null,
                null);
    }

    ArchivePage month() {
        return new ArchivePage(
                chrome(),
                link("2026"),
                month(11),
                List.of(new ArchivePage.Group(null, List.of(link("20"), link("21"), link("24")))),
                link(month(10)),
                link(month(12)));
    }

    ComparisonPage comparison() {
        return page(
                null,
                List.of(
                        new ComparisonPage.Part(
                                say("comparison.headline"), false, List.of(run(false, false, views.title()))),
                        new ComparisonPage.Part(
                                null,
                                true,
                                List.of(
                                        run(false, false, "Le ponton mesure "),
                                        run(true, false, "54 m"),
                                        run(false, true, "48 m"),
                                        run(false, false, ".")))));
    }

    ComparisonPage closedComparison() {
        return page(say("comparison.closed"), List.of());
    }

    private ComparisonPage page(String silence, List<ComparisonPage.Part> parts) {
        return new ComparisonPage(
                chrome(),
                Link.to(views.title(), "/x"),
                say("comparison.heading", "1", "2"),
                views.dates().dateAndTime(SampleViews.NOON),
                views.text().apply("Le ponton provisoire mesure 48 m, et non 54 m."),
                silence,
                parts,
                link(say("comparison.heading", "1", "2")),
                link(say("comparison.heading", "3", "4")));
    }

    private ComparisonPage.Run run(boolean gone, boolean added, String text) {
        return new ComparisonPage.Run(gone, added, views.text().apply(text));
    }
}
