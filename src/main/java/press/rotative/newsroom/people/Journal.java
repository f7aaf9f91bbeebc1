package press.rotative.newsroom.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// Both logs as one list: what staff did that the public does not see, and what it saw of it. One page looks through at
/// most [#WINDOW] rows of each, so that no question takes long, however large they are.
final class Journal {
    static final int SHOWN = 50;
    static final long WINDOW = 100_000;

    private Journal() {}

    /// Where a page begins: rows before these numbers of the two logs.
    record Place(long staff, long publication) {
        static final Place NEWEST = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// @param day empty: whenever
    record Asked(OptionalLong person, Optional<JournalKind> kind, Optional<LocalDate> day, ZoneId zone, Place place) {}

    /// @param next where the next page begins; null: this is all
    record Found(List<Entry> entries, @Nullable Place next) {}

    /// One row of either log.
    private record Entry(Instant at, long seq, boolean publication, long staffId, String act, String subject) {}

    /// As screens list it.
    record Listed(List<JournalPage.Line> lines, @Nullable Place next) {}

    static Listed list(DSLContext sql, Asked asked, Shell shell) {
        Found found = find(sql, asked);
        Set<Long> people = new HashSet<>();
        found.entries().forEach(entry -> {
            people.add(entry.staffId());
            people.addAll(JournalSubject.people(entry.subject()));
        });
        Map<Long, String> names = new Staff(sql).names(people);
        var subjects = new JournalSubject(shell, names::get);
        return new Listed(
                found.entries().stream()
                        .map(entry -> line(entry, names, subjects, shell))
                        .toList(),
                found.next());
    }

    private static Found find(DSLContext sql, Asked asked) {
        Window staff = staffWindow(sql, asked);
        Window publication = publicationWindow(sql, asked);
        List<Entry> entries = new ArrayList<>();
        boolean ofStaff = asked.kind().orElse(null) != JournalKind.PUBLIC;
        boolean ofPublic = asked.kind().isEmpty() || !ofStaff;
        if (ofStaff) {
            StaffLog.newest(
                            sql,
                            staff.before(),
                            staff.from(),
                            JournalKind.asked(asked.kind(), asked.person()),
                            SHOWN + 1)
                    .forEach(row -> entries.add(
                            new Entry(row.at(), row.seq(), false, row.staffId(), row.act(), row.subject())));
        }
        if (ofPublic) {
            new PublicationLog(sql)
                    .newest(publication.before(), publication.from(), asked.person(), SHOWN + 1)
                    .forEach(row -> entries.add(entry(row)));
        }
        entries.sort(Comparator.comparing(Entry::at)
                .thenComparing(Entry::publication)
                .thenComparing(Entry::seq)
                .reversed());
        if (entries.size() > SHOWN) {
            List<Entry> shown = List.copyOf(entries.subList(0, SHOWN));
            return new Found(shown, after(shown, staff, publication));
        }
        boolean more = ofStaff && staff.more() || ofPublic && publication.more();
        return new Found(entries, more ? new Place(staff.from(), publication.from()) : null);
    }

    private static Entry entry(Publication row) {
        return new Entry(
                row.at(),
                row.seq(),
                true,
                row.actorId(),
                row.act().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                row.subject() + (row.version() > 0 ? " version " + row.version() : ""));
    }

    /// The next page begins after the last row of each log that was shown.
    private static Place after(List<Entry> shown, Window staff, Window publication) {
        return new Place(last(shown, false, staff.before()), last(shown, true, publication.before()));
    }

    private static long last(List<Entry> shown, boolean publication, long none) {
        return shown.stream()
                .filter(entry -> entry.publication() == publication)
                .mapToLong(Entry::seq)
                .min()
                .orElse(none);
    }

    /// The rows that one page looks through.
    ///
    /// @param more whether there may be others before them
    private record Window(long before, long from, boolean more) {
        static Window of(long first, long end, long before) {
            long last = Math.min(before, end);
            long from = Math.max(first, last - WINDOW);
            return new Window(last, from, from > first);
        }
    }

    private static Window staffWindow(DSLContext sql, Asked asked) {
        long end = StaffLog.head(sql).seq() + 1;
        return Window.of(
                asked.day()
                        .map(day -> StaffLog.firstSince(sql, start(day, asked.zone())))
                        .orElse(1L),
                asked.day()
                        .map(day -> StaffLog.firstSince(sql, start(day.plusDays(1), asked.zone())))
                        .orElse(end),
                asked.place().staff());
    }

    private static Window publicationWindow(DSLContext sql, Asked asked) {
        var log = new PublicationLog(sql);
        return Window.of(
                asked.day().map(day -> log.firstSince(start(day, asked.zone()))).orElse(1L),
                asked.day()
                        .map(day -> log.firstSince(start(day.plusDays(1), asked.zone())))
                        .orElse(log.number() + 1),
                asked.place().publication());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static JournalPage.Line line(Entry entry, Map<Long, String> names, JournalSubject subjects, Shell shell) {
        String name = names.get(entry.staffId());
        return new JournalPage.Line(
                shell.dates().stampWithTime(entry.at()),
                name == null ? shell.say("journal.nobody") : name,
                name == null ? null : "/newsroom/journal?person=" + entry.staffId(),
                act(entry, shell),
                subjects.say(entry.subject()));
    }

    private static String act(Entry entry, Shell shell) {
        String key = (entry.publication() ? "public." : "act.") + entry.act();
        return shell.words().has(key) ? shell.say(key) : entry.act();
    }
}
