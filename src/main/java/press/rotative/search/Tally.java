package press.rotative.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;

/// Counts, for each value that a search can be narrowed to, the matches that have it.
final class Tally {
    private static final int MOST = 24;

    private final ZoneId zone;
    private final Map<String, Integer> marks = new HashMap<>();
    private final Map<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
    private boolean whole = true;

    /// The year that was met last: matches come by date.
    private int year;

    private long yearBegins = 1;
    private long yearEnds;

    Tally(ZoneId zone) {
        this.zone = zone;
    }

    InPart in(LeafReader part) throws IOException {
        return new InPart(part);
    }

    /// Takes the matches of one part of the index, in rising order.
    final class InPart {
        private final @Nullable SortedSetDocValues values;
        private final NumericDocValues ats;
        private final int[] counts;

        private InPart(LeafReader part) throws IOException {
            this.values = part.getSortedSetDocValues(Fields.MARKS);
            this.ats = part.getNumericDocValues(Fields.AT);
            this.counts = new int[values == null ? 0 : Math.toIntExact(values.getValueCount())];
        }

        void add(int document) throws IOException {
            if (values == null) {
                whole = false; // an index of a former version
                return;
            }
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[Math.toIntExact(values.nextOrd())]++;
                }
            }
            ats.advanceExact(document);
            years.merge(yearOf(ats.longValue()), 1, Integer::sum);
        }

        void end() throws IOException {
            for (int i = 0; values != null && i < counts.length; i++) {
                if (counts[i] > 0) {
                    marks.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
                }
            }
        }
    }

    private int yearOf(long at) {
        if (at < yearBegins || at >= yearEnds) {
            year = Instant.ofEpochMilli(at).atZone(zone).getYear();
            yearBegins = begin(year);
            yearEnds = begin(year + 1);
        }
        return year;
    }

    private long begin(int ofYear) {
        return LocalDate.of(ofYear, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /// @return null where the index does not tell
    @Nullable
    Counts counts() {
        return whole
                ? new Counts(
                        values(
                                's',
                                id -> new SectionId(Long.parseLong(id)),
                                Comparator.comparingLong(SectionId::value)),
                        values('k', StoryKind::valueOf, Comparator.<StoryKind>naturalOrder()),
                        values(
                                'c',
                                id -> new ConceptId(Long.parseLong(id)),
                                Comparator.comparingLong(ConceptId::value)),
                        values('a', id -> new AuthorId(Long.parseLong(id)), Comparator.comparingLong(AuthorId::value)),
                        years)
                : null;
    }

    private <K> Map<K, Integer> values(char sort, Function<String, K> read, Comparator<? super K> among) {
        var all = new HashMap<K, Integer>();
        marks.forEach((mark, count) -> {
            if (mark.charAt(0) == sort) {
                all.put(read.apply(mark.substring(1)), count);
            }
        });
        var values = new LinkedHashMap<K, Integer>();
        all.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue()
                        .reversed()
                        .thenComparing((one, other) -> among.compare(one.getKey(), other.getKey())))
                .limit(MOST)
                .forEach(each -> values.put(each.getKey(), each.getValue()));
        return values;
    }
}
