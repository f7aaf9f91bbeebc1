package press.rotative.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import press.rotative.language.Words;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.StoryKind;

/// The form that narrows a search, what holds now, and what the hits offer.
final class SearchNarrowing {
    private static final int MOST_OFFERED = 6;

    private final Snapshot snapshot;
    private final Voice voice;
    private final Edition edition;
    private final Words words;
    private final Route.Search route;
    private final SearchAddress address;

    SearchNarrowing(Snapshot snapshot, Voice voice, Route.Search route) {
        this.snapshot = snapshot;
        this.voice = voice;
        this.edition = voice.edition();
        this.words = voice.words();
        this.route = route;
        this.address = SearchAddress.of(edition, route);
    }

    SearchPage.Narrow form(List<LiveStory> hits) {
        SearchFilter filter = route.filter();
        return new SearchPage.Narrow(
                Places.search(edition),
                hidden(),
                chips(filter),
                orders(),
                sections(filter),
                kinds(filter),
                filter.from() == null ? null : filter.from().toString(),
                filter.to() == null ? null : filter.to().toString(),
                offered(filter, hits));
    }

    private List<SearchPage.Hidden> hidden() {
        return Stream.of(SearchAddress.ASKED, SearchFilter.CONCEPT, SearchFilter.AUTHOR, SearchAddress.ORDER)
                .filter(address.parameters()::containsKey)
                .map(name -> new SearchPage.Hidden(name, address.parameters().getOrDefault(name, "")))
                .toList();
    }

    private List<SearchPage.Chip> chips(SearchFilter filter) {
        var chips = new ArrayList<SearchPage.Chip>();
        if (filter.section() != null) {
            snapshot.sections(edition.id()).stream()
                    .filter(section -> section.id().equals(filter.section()))
                    .map(Section::name)
                    .findFirst()
                    .ifPresentOrElse(
                            name -> chips.add(chip(name, SearchFilter.SECTION)),
                            () -> chips.add(chip(words.say("search.gone"), SearchFilter.SECTION)));
        }
        if (filter.concept() != null) {
            var concept = snapshot.concepts(List.of(filter.concept())).get(filter.concept());
            String label = concept == null
                    ? words.say("search.gone")
                    : concept.label(edition.language()).text();
            chips.add(chip(label, SearchFilter.CONCEPT));
        }
        if (filter.author() != null) {
            var author = snapshot.authors(List.of(filter.author())).get(filter.author());
            chips.add(chip(author == null ? words.say("search.gone") : author.name(), SearchFilter.AUTHOR));
        }
        if (filter.kind() != null) {
            chips.add(chip(kind(filter.kind()), SearchFilter.KIND));
        }
        if (filter.from() != null) {
            chips.add(chip(words.say("search.since", voice.dates().of(filter.from())), SearchFilter.FROM));
        }
        if (filter.to() != null) {
            chips.add(chip(words.say("search.until", voice.dates().of(filter.to())), SearchFilter.TO));
        }
        return chips;
    }

    private SearchPage.Chip chip(String label, String parameter) {
        return new SearchPage.Chip(label, address.with(parameter, null), words.say("search.remove", label));
    }

    private List<Link> orders() {
        return List.of(
                Link.to(words.say("search.order.relevance"), address.with(SearchAddress.ORDER, null))
                        .here(!route.byDate()),
                Link.to(words.say("search.order.date"), address.with(SearchAddress.ORDER, SearchAddress.BY_DATE))
                        .here(route.byDate()));
    }

    private List<SearchPage.Choice> sections(SearchFilter filter) {
        return snapshot.sections(edition.id()).stream()
                .map(section -> new SearchPage.Choice(
                        Long.toString(section.id().value()),
                        section.name(),
                        section.id().equals(filter.section())))
                .toList();
    }

    private List<SearchPage.Choice> kinds(SearchFilter filter) {
        return Arrays.stream(StoryKind.values())
                .map(kind -> new SearchPage.Choice(SearchFilter.word(kind), kind(kind), kind == filter.kind()))
                .toList();
    }

    private String kind(StoryKind kind) {
        return words.say("search.kind." + SearchFilter.word(kind));
    }

    /// The concepts and authors that most of the hits shown share.
    private List<SearchPage.Help> offered(SearchFilter filter, List<LiveStory> hits) {
        var offered = new ArrayList<SearchPage.Help>();
        if (filter.concept() == null) {
            List<ConceptId> ids = common(hits, story -> story.content().concepts().stream());
            var concepts = snapshot.concepts(ids);
            add(
                    offered,
                    "search.about",
                    ids.stream()
                            .map(concepts::get)
                            .filter(Objects::nonNull)
                            .map(concept -> Link.to(
                                    concept.label(edition.language()).text(),
                                    address.with(
                                            SearchFilter.CONCEPT,
                                            Long.toString(concept.id().value()))))
                            .toList());
        }
        if (filter.author() == null) {
            List<AuthorId> ids = common(hits, story -> story.content().byline().stream()
                    .filter(TeaserMaker::signs)
                    .map(each -> each.author()));
            var authors = snapshot.authors(ids);
            add(
                    offered,
                    "search.by",
                    ids.stream()
                            .map(authors::get)
                            .filter(Objects::nonNull)
                            .map(author -> Link.to(
                                    author.name(),
                                    address.with(
                                            SearchFilter.AUTHOR,
                                            Long.toString(author.id().value()))))
                            .toList());
        }
        return offered;
    }

    private void add(List<SearchPage.Help> offered, String heading, List<Link> links) {
        if (!links.isEmpty()) {
            offered.add(new SearchPage.Help(words.say(heading), links));
        }
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
