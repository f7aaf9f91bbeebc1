package press.rotative.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.search.Counts;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.StoryKind;

/// The values that a search can be narrowed to, each a link with the number of stories behind it. Where more was found
/// than is counted, they stand there without numbers. What is narrowed already is not offered again.
final class SearchFacets {
    private static final int MOST_OFFERED = 6;
    private static final int MOST_YEARS = 30;

    private final Snapshot snapshot;
    private final Voice voice;
    private final Route.Search route;
    private final SearchAddress address;

    SearchFacets(Snapshot snapshot, Voice voice, Route.Search route) {
        this.snapshot = snapshot;
        this.voice = voice;
        this.route = route;
        this.address = SearchAddress.of(voice.edition(), route);
    }

    List<SearchPage.Facet> of(Snapshot.Found found) {
        SearchFilter filter = route.filter();
        Counts counts = found.counts();
        var facets = new ArrayList<SearchPage.Facet>();
        if (found.total() > 0 && filter.section() == null) {
            add(facets, "search.section", sections(counts), found);
        }
        if (found.total() > 0 && filter.kind() == null) {
            add(facets, "search.kind", kinds(counts), found);
        }
        if (found.total() > 0 && filter.concept() == null) {
            add(facets, "search.about", concepts(counts, found.stories()), found);
        }
        if (found.total() > 0 && filter.author() == null) {
            add(facets, "search.by", authors(counts, found.stories()), found);
        }
        if (found.total() > 0 && filter.from() == null && filter.to() == null) {
            add(facets, "search.year", years(counts), found);
        }
        List<SearchPage.Value> elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            facets.add(new SearchPage.Facet(voice.words().say("search.editions"), elsewhere));
        }
        return facets;
    }

    private record Offered(
            String label,
            Map<String, String> parameters,
            @Nullable Integer count) {}

    /// A value that all stories have leads nowhere.
    private void add(List<SearchPage.Facet> facets, String heading, List<Offered> offered, Snapshot.Found found) {
        boolean narrows = offered.size() > 1
                || offered.size() == 1
                        && (offered.getFirst().count() == null
                                || offered.getFirst().count() < found.total());
        if (narrows) {
            facets.add(new SearchPage.Facet(
                    voice.words().say(heading),
                    offered.stream()
                            .map(each -> new SearchPage.Value(
                                    Link.to(each.label(), address.with(each.parameters())),
                                    each.count() == null ? null : voice.words().number(each.count())))
                            .toList()));
        }
    }

    private List<Offered> sections(@Nullable Counts counts) {
        Map<SectionId, Section> sections = snapshot.sections(voice.edition().id()).stream()
                .collect(Collectors.toMap(Section::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        return offered(
                counts == null ? sections.keySet() : counts.sections().keySet(),
                counts == null ? Map.of() : counts.sections(),
                id -> {
                    Section section = sections.get(id);
                    return section == null ? null : section.name();
                },
                id -> Map.of(SearchFilter.SECTION, Long.toString(id.value())));
    }

    private List<Offered> kinds(@Nullable Counts counts) {
        return offered(
                counts == null
                        ? Arrays.asList(StoryKind.values())
                        : counts.kinds().keySet(),
                counts == null ? Map.of() : counts.kinds(),
                kind -> voice.words().say("search.kind." + SearchFilter.word(kind)),
                kind -> Map.of(SearchFilter.KIND, SearchFilter.word(kind)));
    }

    private List<Offered> concepts(@Nullable Counts counts, List<LiveStory> hits) {
        Collection<ConceptId> ids = counts == null
                ? common(hits, story -> story.content().concepts().stream())
                : counts.concepts().keySet();
        var concepts = snapshot.concepts(ids);
        return offered(
                        ids,
                        counts == null ? Map.of() : counts.concepts(),
                        id -> {
                            var concept = concepts.get(id);
                            // The index may not have heard yet that one was merged into another.
                            return concept == null || !concept.id().equals(id)
                                    ? null
                                    : concept.label(voice.edition().language()).text();
                        },
                        id -> Map.of(SearchFilter.CONCEPT, Long.toString(id.value())))
                .stream()
                .limit(MOST_OFFERED)
                .toList();
    }

    private List<Offered> authors(@Nullable Counts counts, List<LiveStory> hits) {
        Collection<AuthorId> ids = counts == null
                ? common(hits, story -> story.content().byline().stream()
                        .filter(TeaserMaker::signs)
                        .map(each -> each.author()))
                : counts.authors().keySet();
        var authors = snapshot.authors(ids);
        return offered(
                        ids,
                        counts == null ? Map.of() : counts.authors(),
                        id -> {
                            var author = authors.get(id);
                            return author == null ? null : author.name();
                        },
                        id -> Map.of(SearchFilter.AUTHOR, Long.toString(id.value())))
                .stream()
                .limit(MOST_OFFERED)
                .toList();
    }

    private List<Offered> years(@Nullable Counts counts) {
        return offered(
                        counts == null ? yearsOfEdition() : counts.years().keySet(),
                        counts == null ? Map.of() : counts.years(),
                        year -> voice.words().digits().in(Integer.toString(year)),
                        year -> {
                            var days = new LinkedHashMap<String, String>();
                            days.put(SearchFilter.FROM, LocalDate.of(year, 1, 1).toString());
                            days.put(SearchFilter.TO, LocalDate.of(year, 12, 31).toString());
                            return days;
                        })
                .stream()
                .limit(MOST_YEARS)
                .toList();
    }

    /// The newest first.
    private List<Integer> yearsOfEdition() {
        int last = voice.dates().day().getYear();
        return snapshot.publishedFrom(voice.edition().id(), Instant.ofEpochMilli(Long.MIN_VALUE))
                .map(oldest -> IntStream.rangeClosed(
                                Math.min(
                                        last,
                                        oldest.atZone(voice.edition().timeZone())
                                                .getYear()),
                                last)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList())
                .orElse(List.of());
    }

    private static <K> List<Offered> offered(
            Collection<K> values,
            Map<K, Integer> counts,
            Function<K, @Nullable String> label,
            Function<K, Map<String, String>> parameters) {
        var offered = new ArrayList<Offered>();
        for (K value : values) {
            String name = label.apply(value);
            if (name != null) {
                offered.add(new Offered(name, parameters.apply(value), counts.get(value)));
            }
        }
        return offered;
    }

    /// The other editions that hold the same voice.words().
    private List<SearchPage.Value> elsewhere() {
        var values = new ArrayList<SearchPage.Value>();
        for (Edition other : route.asked().isEmpty() ? List.<Edition>of() : snapshot.editions()) {
            if (other.id().equals(voice.edition().id())) {
                continue;
            }
            Snapshot.Counted counted = snapshot.count(other, route.asked());
            if (counted.total() > 0) {
                String number = voice.words().number(counted.total());
                values.add(new SearchPage.Value(
                        new Link(
                                other.name(),
                                new SearchAddress(Places.search(other), Map.of()).asking(route.asked()),
                                new Tongue(other.language(), other.direction()),
                                false),
                        counted.many() ? voice.words().say("search.atleast", number) : number));
            }
        }
        return values;
    }

    /// The most frequent first; among equals in the order of the hits.
    static <T> List<T> common(List<LiveStory> stories, Function<LiveStory, Stream<T>> of) {
        Map<T, Integer> times = new LinkedHashMap<>();
        stories.forEach(story -> of.apply(story).distinct().forEach(each -> times.merge(each, 1, Integer::sum)));
        return times.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue()))
                .limit(MOST_OFFERED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
