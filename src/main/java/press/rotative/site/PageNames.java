package press.rotative.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.site.NamedPage.Kind;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;
import press.rotative.story.house.OwnPage;

/// Finds out what stands at the addresses that an act touches: all at once, whatever their number.
final class PageNames {
    private final Snapshot snapshot;
    private final Map<String, Subject> owners;
    private final Map<StoryId, LiveStory> stories;
    private final Map<String, StoryId> codes = new HashMap<>();
    private final Map<ConceptId, Concept> concepts;
    private final Map<AuthorId, Author> authors;

    private PageNames(Snapshot snapshot, Map<StoryId, String> stories, Collection<String> paths) {
        this.snapshot = snapshot;
        this.owners =
                snapshot.withPaths(paths.stream().flatMap(PageNames::claimed).collect(Collectors.toSet()));
        this.stories = snapshot.stories(stories.keySet());
        stories.forEach((id, path) -> {
            String code = Route.codeAtEnd(path);
            if (code != null) {
                codes.put(code, id);
            }
        });
        this.concepts = snapshot.concepts(owners(Subject.Kind.CONCEPT, ConceptId::new));
        this.authors = snapshot.authors(owners(Subject.Kind.AUTHOR, AuthorId::new));
    }

    /// What stands there, in the order of readers: the stories' pages first, as they are given.
    ///
    /// @param stories whose pages and short links are among the paths, by their pages
    /// @param paths exact ones, some hundreds
    /// @param beginnings of the paths of many pages, as [TouchedBy] names them
    static List<NamedPage> of(
            Snapshot snapshot, Map<StoryId, String> stories, List<String> paths, List<String> beginnings) {
        var names = new PageNames(snapshot, stories, paths);
        List<String> pages = List.copyOf(stories.values());
        return Stream.concat(paths.stream().map(names::at), beginnings.stream().map(names::below))
                .sorted(Comparator.comparing(NamedPage::kind)
                        .thenComparing(page -> page.kind() == Kind.STORY ? pages.indexOf(page.path()) : 0)
                        .thenComparing(NamedPage::path))
                .toList();
    }

    /// The path that somebody claimed, where an address is made of one.
    private static Stream<String> claimed(String path) {
        return switch (Route.of(path, null)) {
            case Route.FeedOf(String of, String list, Route.FeedFormat format) -> Stream.ofNullable(list);
            case Route.VersionOf(String story, int version) -> Stream.of(story);
            case Route.Page _ -> Stream.of(path);
            default -> Stream.empty();
        };
    }

    private <I> Set<I> owners(Subject.Kind kind, LongFunction<I> id) {
        return owners.values().stream()
                .filter(owner -> owner.kind() == kind)
                .map(owner -> id.apply(owner.id()))
                .collect(Collectors.toSet());
    }

    private NamedPage at(String path) {
        Edition edition = edition(path);
        return switch (Route.of(path, null)) {
            case Route.Front _ -> page(Kind.FRONT, edition == null ? "" : edition.name(), edition, path);
            case Route.CorrectionList _ -> page(Kind.CORRECTIONS, name(edition), edition, path);
            case Route.Search _ -> page(Kind.SEARCH, name(edition), edition, path);
            case Route.Suggest _ -> page(Kind.SUGGESTIONS, name(edition), edition, path);
            case Route.SitemapIndex _ -> page(Kind.SITEMAP, "", null, path);
            case Route.SitemapMonth _ -> page(Kind.SITEMAP, name(edition), edition, path);
            case Route.SitemapPages _ -> page(Kind.SITEMAP, name(edition), edition, path);
            case Route.Archive _ -> page(Kind.ARCHIVE, name(edition), edition, path);
            case Route.FeedOf(String of, String list, Route.FeedFormat format) ->
                page(Kind.FEED, list == null ? name(edition) : listName(list, edition), edition, path);
            case Route.Short(String code, boolean preview) -> shortLink(code, path);
            case Route.VersionOf(String story, int version) -> owned(story, edition, path);
            case Route.Page _ -> owned(path, edition, path);
            case Route.PictureFile file -> page(Kind.PICTURE, Long.toString(file.picture()), null, path);
            case Route.Root _ -> page(Kind.EVERYTHING, "", null, path);
            case Route.Robots _ -> page(Kind.EVERYTHING, "", null, path);
            case Route.Asset _ -> page(Kind.EVERYTHING, "", null, path);
        };
    }

    private NamedPage below(String beginning) {
        Edition edition = edition(beginning);
        String[] parts = beginning.substring(1).split("/", -1);
        if (parts[0].equals("pictures") && parts.length > 1) {
            return new NamedPage(Kind.PICTURE, parts[1], "", "ltr", beginning, true);
        }
        Kind kind = parts.length < 2 || edition == null
                ? Kind.EVERYTHING
                : parts[1].startsWith("sitemap-") ? Kind.SITEMAP : Kind.ARCHIVE;
        return new NamedPage(
                kind,
                kind == Kind.EVERYTHING ? "" : name(edition),
                edition == null ? "" : edition.language(),
                edition == null ? "ltr" : edition.direction(),
                beginning,
                true);
    }

    private @Nullable Edition edition(String path) {
        String code = Route.editionOf(path);
        return snapshot.editions().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String name(@Nullable Edition edition) {
        return edition == null ? "" : edition.name();
    }

    private static NamedPage page(Kind kind, String name, @Nullable Edition edition, String path) {
        return new NamedPage(
                kind,
                name,
                edition == null ? "" : edition.language(),
                edition == null ? "ltr" : edition.direction(),
                path,
                false);
    }

    private NamedPage shortLink(String code, String path) {
        LiveStory story = live(codes.get(code));
        Edition edition = story == null
                ? null
                : snapshot.editions().stream()
                        .filter(each -> each.id().equals(story.edition()))
                        .findFirst()
                        .orElse(null);
        return page(Kind.SHORT_LINK, headline(story), edition, path);
    }

    private @Nullable LiveStory live(@Nullable StoryId id) {
        return id == null ? null : stories.get(id);
    }

    private static String headline(@Nullable LiveStory story) {
        return story == null ? "" : story.content().headline();
    }

    private String listName(String list, @Nullable Edition edition) {
        Subject owner = owners.get(list);
        return owner == null || edition == null ? name(edition) : name(owner, edition);
    }

    private NamedPage owned(String path, @Nullable Edition edition, String shown) {
        Subject owner = owners.get(path);
        if (owner == null) {
            StoryId story = codes.get(Route.codeAtEnd(path));
            return page(story == null ? Kind.FORMER : Kind.STORY, headline(live(story)), edition, shown);
        }
        if (edition == null) {
            return page(Kind.FORMER, "", null, shown);
        }
        Kind kind =
                switch (owner.kind()) {
                    // its page is found by its code; this is where it stood elsewhere
                    case STORY -> Kind.FORMER;
                    case SECTION -> Kind.SECTION;
                    case CONCEPT -> Kind.CONCEPT;
                    case AUTHOR -> Kind.AUTHOR;
                    case OWN_PAGE -> Kind.OWN_PAGE;
                    case EDITION, WHOLE_EDITION, PICTURE, SETTING -> Kind.EVERYTHING;
                };
        boolean former = place(owner, edition).filter(now -> !now.equals(path)).isPresent();
        return page(former ? Kind.FORMER : kind, name(owner, edition), edition, shown);
    }

    private String name(Subject owner, Edition edition) {
        return switch (owner.kind()) {
            case STORY -> headline(live(new StoryId(owner.id())));
            case SECTION ->
                snapshot.sections(edition.id()).stream()
                        .filter(section -> section.id().value() == owner.id())
                        .map(section -> section.name())
                        .findFirst()
                        .orElse("");
            case CONCEPT ->
                Optional.ofNullable(concepts.get(new ConceptId(owner.id())))
                        .map(concept -> concept.label(edition.language()).text())
                        .orElse("");
            case AUTHOR ->
                Optional.ofNullable(authors.get(new AuthorId(owner.id())))
                        .map(Author::name)
                        .orElse("");
            case OWN_PAGE ->
                snapshot.house().pages().stream()
                        .filter(page -> page.id().value() == owner.id())
                        .map(OwnPage::live)
                        .filter(Objects::nonNull)
                        .map(live -> Objects.requireNonNull(live).title())
                        .findFirst()
                        .orElse("");
            case EDITION, WHOLE_EDITION, PICTURE, SETTING -> "";
        };
    }

    /// Where a subject stands now; empty: nowhere, or it does not matter here.
    private Optional<String> place(Subject owner, Edition edition) {
        return switch (owner.kind()) {
            case SECTION ->
                snapshot.sections(edition.id()).stream()
                        .filter(section -> section.id().value() == owner.id())
                        .map(section -> Places.section(edition, section))
                        .findFirst();
            case CONCEPT ->
                Optional.ofNullable(concepts.get(new ConceptId(owner.id())))
                        .map(concept -> Places.concept(edition, concept));
            case AUTHOR ->
                Optional.ofNullable(authors.get(new AuthorId(owner.id())))
                        .map(author -> Places.author(edition, author));
            case STORY, OWN_PAGE, EDITION, WHOLE_EDITION, PICTURE, SETTING -> Optional.empty();
        };
    }
}
