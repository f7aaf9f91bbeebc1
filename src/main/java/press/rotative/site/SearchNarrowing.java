package press.rotative.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.search.Question;
import press.rotative.story.Edition;
import press.rotative.story.Section;
import press.rotative.story.StoryKind;

/// The form that narrows a search, and what holds now.
final class SearchNarrowing {
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

    /// @param found null before a search
    SearchPage.Narrow form(Snapshot.@Nullable Found found) {
        SearchFilter filter = route.filter();
        return new SearchPage.Narrow(
                Places.search(edition),
                hidden(),
                chips(filter),
                orders(),
                filter.from() == null ? null : filter.from().toString(),
                filter.to() == null ? null : filter.to().toString(),
                found == null ? List.of() : new SearchFacets(snapshot, voice, route).of(found));
    }

    private List<SearchPage.Hidden> hidden() {
        return Stream.of(
                        SearchAddress.ASKED,
                        SearchFilter.SECTION,
                        SearchFilter.KIND,
                        SearchFilter.CONCEPT,
                        SearchFilter.AUTHOR,
                        SearchAddress.ORDER)
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
        return Arrays.stream(Question.Order.values())
                .map(order -> Link.to(
                                words.say("search.order." + order.name().toLowerCase(Locale.ROOT)),
                                address.with(SearchAddress.ORDER, SearchAddress.order(order)))
                        .here(order == route.order()))
                .toList();
    }

    private String kind(StoryKind kind) {
        return words.say("search.kind." + SearchFilter.word(kind));
    }
}
