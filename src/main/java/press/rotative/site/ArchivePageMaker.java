package press.rotative.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.story.Edition;

/// Makes the pages by which readers go back in time: all years, a year, a month. The days themselves are lists
/// ([Listed.OfDay]).
final class ArchivePageMaker {
    /// A hundred years.
    private static final int MONTHS = 1200;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;

    ArchivePageMaker(Snapshot snapshot, ChromeMaker chromes) {
        this.snapshot = snapshot;
        this.chromes = chromes;
    }

    /// Empty where nothing was published.
    Optional<ArchivePage> page(Voice voice, ArchivePeriod period) {
        List<ArchivePage.Group> groups =
                switch (period) {
                    case ArchivePeriod.Whole whole -> years(voice);
                    case ArchivePeriod.OfYear(Year year) -> year(voice, year);
                    case ArchivePeriod.OfMonth(YearMonth month) -> month(voice, month);
                    case ArchivePeriod.OfDay day -> List.of();
                };
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        String heading = heading(voice, period);
        return Optional.of(new ArchivePage(
                chrome(voice, period, heading),
                above(voice, period),
                heading,
                groups,
                neighbour(voice, period, true),
                neighbour(voice, period, false)));
    }

    static String heading(Voice voice, ArchivePeriod period) {
        return switch (period) {
            case ArchivePeriod.Whole whole -> voice.words().say("archives");
            case ArchivePeriod.OfYear(Year year) -> voice.words().digits().in(year.toString());
            case ArchivePeriod.OfMonth(YearMonth month) -> voice.dates().month(month);
            case ArchivePeriod.OfDay(LocalDate day) -> voice.dates().day(day);
        };
    }

    static @Nullable Link above(Voice voice, ArchivePeriod period) {
        return period instanceof ArchivePeriod.Whole
                ? null
                : Link.to(heading(voice, period.above()), Places.archive(voice.edition(), period.above()));
    }

    private List<ArchivePage.Group> years(Voice voice) {
        Edition edition = voice.edition();
        Optional<Instant> oldest = snapshot.publishedFrom(edition.id(), Instant.EPOCH.minusSeconds(9_000_000_000L));
        Optional<Instant> newest =
                snapshot.publishedBefore(edition.id(), snapshot.now().plusSeconds(1));
        if (oldest.isEmpty() || newest.isEmpty()) {
            return List.of();
        }
        List<LocalDate> months = ArchivePeriod.monthsBetween(date(edition, oldest.get()), date(edition, newest.get()));
        var byYear = new TreeMap<Year, List<YearMonth>>(java.util.Comparator.reverseOrder());
        filled(edition, months.subList(Math.max(0, months.size() - MONTHS), months.size()))
                .forEach(month -> byYear.computeIfAbsent(Year.of(month.getYear()), year -> new ArrayList<>())
                        .add(YearMonth.from(month)));
        var groups = new ArrayList<ArchivePage.Group>();
        byYear.forEach((year, filled) -> groups.add(new ArchivePage.Group(
                Link.to(
                        heading(voice, new ArchivePeriod.OfYear(year)),
                        Places.archive(edition, new ArchivePeriod.OfYear(year))),
                months(voice, filled))));
        return groups;
    }

    private List<ArchivePage.Group> year(Voice voice, Year year) {
        List<LocalDate> months =
                ArchivePeriod.monthsBetween(year.atDay(1), year.atMonth(12).atDay(1));
        List<YearMonth> filled =
                filled(voice.edition(), months).stream().map(YearMonth::from).toList();
        return filled.isEmpty() ? List.of() : List.of(new ArchivePage.Group(null, months(voice, filled)));
    }

    private static List<Link> months(Voice voice, List<YearMonth> months) {
        return months.stream()
                .map(month -> Link.to(
                        voice.dates().monthName(month),
                        Places.archive(voice.edition(), new ArchivePeriod.OfMonth(month))))
                .toList();
    }

    private List<ArchivePage.Group> month(Voice voice, YearMonth month) {
        List<LocalDate> days = filled(voice.edition(), ArchivePeriod.daysOf(month));
        return days.isEmpty()
                ? List.of()
                : List.of(new ArchivePage.Group(
                        null,
                        days.stream()
                                .map(day -> Link.to(
                                        voice.dates().dayInMonth(day),
                                        Places.archive(voice.edition(), new ArchivePeriod.OfDay(day))))
                                .toList()));
    }

    /// The first days of those periods between these days in which something was published.
    private List<LocalDate> filled(Edition edition, List<LocalDate> bounds) {
        ZoneId zone = edition.timeZone();
        var starts = new LinkedHashMap<Instant, LocalDate>();
        bounds.forEach(day -> starts.put(ArchivePeriod.begin(day, zone), day));
        return snapshot.filled(edition.id(), List.copyOf(starts.keySet())).stream()
                .map(starts::get)
                .toList();
    }

    /// The nearest period of the same length in which something was published.
    private @Nullable Link neighbour(Voice voice, ArchivePeriod period, boolean earlier) {
        Edition edition = voice.edition();
        LocalDate first;
        LocalDate after;
        switch (period) {
            case ArchivePeriod.OfYear(Year year) -> {
                first = year.atDay(1);
                after = year.plusYears(1).atDay(1);
            }
            case ArchivePeriod.OfMonth(YearMonth month) -> {
                first = month.atDay(1);
                after = month.plusMonths(1).atDay(1);
            }
            case ArchivePeriod.OfDay(LocalDate day) -> {
                first = day;
                after = day.plusDays(1);
            }
            case ArchivePeriod.Whole whole -> {
                return null;
            }
        }
        Optional<Instant> found = earlier
                ? snapshot.publishedBefore(edition.id(), ArchivePeriod.begin(first, edition.timeZone()))
                : snapshot.publishedFrom(edition.id(), ArchivePeriod.begin(after, edition.timeZone()));
        return found.map(instant -> date(edition, instant))
                .map(day -> switch (period) {
                    case ArchivePeriod.OfYear year -> new ArchivePeriod.OfYear(Year.from(day));
                    case ArchivePeriod.OfMonth month -> new ArchivePeriod.OfMonth(YearMonth.from(day));
                    case ArchivePeriod.OfDay same -> new ArchivePeriod.OfDay(day);
                    case ArchivePeriod.Whole whole -> whole;
                })
                .map(near -> Link.to(heading(voice, near), Places.archive(edition, near)))
                .orElse(null);
    }

    /// The days before and after a day on which something was published.
    List<Link> daysBeside(Voice voice, LocalDate day) {
        var links = new ArrayList<Link>();
        for (boolean earlier : new boolean[] {true, false}) {
            Link link = neighbour(voice, new ArchivePeriod.OfDay(day), earlier);
            if (link != null) {
                links.add(link);
            }
        }
        return links;
    }

    private static LocalDate date(Edition edition, Instant instant) {
        return instant.atZone(edition.timeZone()).toLocalDate();
    }

    private Chrome chrome(Voice voice, ArchivePeriod period, String heading) {
        Words words = voice.words();
        String name = voice.edition().name();
        boolean whole = period instanceof ArchivePeriod.Whole;
        List<ChromeMaker.Elsewhere> others = whole
                ? snapshot.editions().stream()
                        .filter(other -> !other.id().equals(voice.edition().id()))
                        .map(other -> new ChromeMaker.Elsewhere(other, Places.archive(other, period)))
                        .toList()
                : List.of();
        var head = chromes.head(
                voice,
                (whole ? heading : words.say("archives.of", heading)) + " | " + name,
                words.say("archives.description", name),
                Places.archive(voice.edition(), period),
                others,
                chromes.crumbs(voice, null));
        return chromes.chrome(voice, false, null, head, others);
    }
}
