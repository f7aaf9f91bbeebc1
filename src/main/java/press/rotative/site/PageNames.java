package press.rotative.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.site.NamedPage.Kind;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;
import press.rotative.story.house.OwnPage;

/// Finds out what stands at the addresses that an act touches.
final class PageNames {
    private static final int PATHS = 1000;

    private final Snapshot snapshot;
    private final Map<String, Subject> owners = new HashMap<>();
    private final Map<StoryId, LiveStory> stories;

    /// @param touched whose addresses are asked for
    PageNames(Snapshot snapshot, Set<Subject> touched) {
        this.snapshot = snapshot;
        List<Subject> placed = touched.stream().filter(TouchedBy::hasAddress).toList();
        snapshot.pathsOf(placed, PATHS).forEach((subject, paths) -> paths.forEach(path -> owners.put(path, subject)));
        this.stories = snapshot.stories(touched.stream()
                .filter(subject -> subject.kind() == Subject.Kind.STORY)
                .map(subject -> new StoryId(subject.id()))
                .collect(Collectors.toSet()));
    }

    /// @param path of the story's page
    NamedPage story(StoryId id, String path) {
        LiveStory live = stories.get(id);
        return page(Kind.STORY, live == null ? "" : live.content().headline(), edition(path), path);
    }

    NamedPage at(String path) {
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

    /// @param beginning of the paths of many pages, as [TouchedBy] names them
    NamedPage below(String beginning) {
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
        LiveStory story = snapshot.withCode(code)
                .filter(subject -> subject.kind() == Subject.Kind.STORY)
                .map(subject -> stories.get(new StoryId(subject.id())))
                .orElse(null);
        Edition edition = story == null
                ? null
                : snapshot.editions().stream()
                        .filter(each -> each.id().equals(story.edition()))
                        .findFirst()
                        .orElse(null);
        return page(Kind.SHORT_LINK, story == null ? "" : story.content().headline(), edition, path);
    }

    private String listName(String list, @Nullable Edition edition) {
        Subject owner = owners.get(list);
        return owner == null || edition == null ? name(edition) : name(owner, edition);
    }

    private NamedPage owned(String path, @Nullable Edition edition, String shown) {
        Subject owner = owners.get(path);
        if (owner == null || edition == null) {
            return page(Kind.FORMER, "", edition, shown);
        }
        Kind kind =
                switch (owner.kind()) {
                    case STORY -> Kind.STORY;
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
            case STORY ->
                Optional.ofNullable(stories.get(new StoryId(owner.id())))
                        .map(story -> story.content().headline())
                        .orElse("");
            case SECTION ->
                snapshot.sections(edition.id()).stream()
                        .filter(section -> section.id().value() == owner.id())
                        .map(section -> section.name())
                        .findFirst()
                        .orElse("");
            case CONCEPT ->
                snapshot.concepts(Set.of(new ConceptId(owner.id()))).values().stream()
                        .map(concept -> concept.label(edition.language()).text())
                        .findFirst()
                        .orElse("");
            case AUTHOR ->
                snapshot.authors(Set.of(new AuthorId(owner.id()))).values().stream()
                        .map(author -> author.name())
                        .findFirst()
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
            case STORY ->
                Optional.ofNullable(stories.get(new StoryId(owner.id())))
                        .map(story -> Places.story(
                                edition,
                                snapshot.sections(edition.id()).stream()
                                        .filter(each -> each.id().equals(story.section()))
                                        .findFirst()
                                        .orElse(null),
                                story));
            case SECTION ->
                snapshot.sections(edition.id()).stream()
                        .filter(section -> section.id().value() == owner.id())
                        .map(section -> Places.section(edition, section))
                        .findFirst();
            case CONCEPT ->
                snapshot.concepts(Set.of(new ConceptId(owner.id()))).values().stream()
                        .map(concept -> Places.concept(edition, concept))
                        .findFirst();
            case AUTHOR ->
                snapshot.authors(Set.of(new AuthorId(owner.id()))).values().stream()
                        .map(author -> Places.author(edition, author))
                        .findFirst();
            case OWN_PAGE, EDITION, WHOLE_EDITION, PICTURE, SETTING -> Optional.empty();
        };
    }
}
