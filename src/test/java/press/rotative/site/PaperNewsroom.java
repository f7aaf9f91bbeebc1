package press.rotative.site;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Rights;
import press.rotative.publication.Subject;
import press.rotative.search.Likeness;
import press.rotative.search.Question;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Comparison;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Corrections;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.PublicStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.StoryAddresses;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.house.House;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.PageText;

/// A newsroom kept on paper: what a test puts into these lists is what the public may see.
final class PaperNewsroom implements Snapshot {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final List<Edition> editions = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<LiveStory> stories = new ArrayList<>();
    final Map<StoryId, PublicStory.Standing> gone = new HashMap<>();
    final Map<AuthorId, Author> authors = new HashMap<>();
    final Map<ConceptId, Concept> concepts = new HashMap<>();
    final Map<PictureId, Picture> pictures = new HashMap<>();
    final Map<String, Subject> paths = new HashMap<>();
    final Map<String, Subject> codes = new HashMap<>();
    final Map<FrontPlace, FrontPlan> fronts = new HashMap<>();

    /// Each time that its text was read for a list of a section, or by its number.
    final List<StoryId> readOfLists = new ArrayList<>();

    final Map<StoryId, List<PublicStory.Event>> history = new HashMap<>();

    final Map<Integer, Comparison> comparisons = new HashMap<>();

    /// Whether a page asked the index since this was last set to false.
    boolean searched;

    /// Two editions with two sections, an author and a concept, and no story.
    static PaperNewsroom opened() {
        var newsroom = new PaperNewsroom();
        newsroom.edition(1, "fr", "ltr", "Le Phare");
        newsroom.edition(2, "ar", "rtl", "المنارة");
        newsroom.section(1, 1, "port", "Port");
        newsroom.section(2, 1, "ville", "Ville");
        newsroom.section(3, 2, "port", "الميناء");
        newsroom.authors.put(
                new AuthorId(1), new Author(new AuthorId(1), 1, "Maud Kervarn", "maud-kervarn", "Signature fictive."));
        newsroom.paths.put("/fr/author/maud-kervarn", new Subject(Subject.Kind.AUTHOR, 1));
        var concept = new Concept(
                new ConceptId(1),
                1,
                ConceptKind.TOPIC,
                Map.of("fr", new Concept.Label("Ferry", "ferry"), "ar", new Concept.Label("العبّارات", "ferries")));
        newsroom.concepts.put(concept.id(), concept);
        newsroom.paths.put("/fr/topic/ferry", new Subject(Subject.Kind.CONCEPT, 1));
        newsroom.paths.put("/ar/topic/ferries", new Subject(Subject.Kind.CONCEPT, 1));
        newsroom.pictures.put(
                new PictureId(1),
                new Picture(
                        new PictureId(1),
                        1,
                        "d".repeat(64),
                        2000,
                        1125,
                        PictureDescription.EMPTY.withWords("Le Goéland", "Un ferry", "Agence Littoral", true),
                        Rights.OPEN,
                        true,
                        null));
        newsroom.pictures.put(
                new PictureId(2),
                new Picture(
                        new PictureId(2),
                        1,
                        null,
                        null,
                        null,
                        PictureDescription.captioned("Une carte", "Service hydrographique", false),
                        Rights.OPEN,
                        true,
                        null));
        return newsroom;
    }

    private void edition(long id, String language, String direction, String name) {
        editions.add(new Edition(
                new EditionId(id),
                1,
                language,
                language,
                direction,
                name,
                "Une devise",
                ZoneId.of("Europe/Paris"),
                (int) id,
                "{\"weather\":[\"14 °C\"],\"footer\":[\"© " + name + "\"],\"unknown\":1}"));
    }

    void section(long id, long edition, String slug, String name) {
        sections.add(new Section(new SectionId(id), 1, new EditionId(edition), slug, name, (int) id));
        paths.put("/" + editions.get((int) edition - 1).code() + "/" + slug, new Subject(Subject.Kind.SECTION, id));
    }

    /// As it is published: with a slug.
    void publish(LiveStory story) {
        StoryContent content = story.content();
        stories.add(content.slug() != null ? story : slugged(story, content));
        codes.put(story.code(), new Subject(Subject.Kind.STORY, story.id().value()));
    }

    private static LiveStory slugged(LiveStory story, StoryContent content) {
        return new LiveStory(
                story.id(),
                story.uri(),
                story.edition(),
                story.code(),
                story.version(),
                story.textVersion(),
                story.section(),
                story.publishedAt(),
                story.updatedAt(),
                story.filedAt(),
                content.withSlug(Slug.from(content.headline())),
                story.origin());
    }

    private List<LiveStory> newest(Predicate<LiveStory> which, @Nullable StoryId before, int limit) {
        List<LiveStory> all = stories.stream()
                .filter(which)
                .sorted(Comparator.comparing(LiveStory::publishedAt)
                        .thenComparing(story -> story.id().value())
                        .reversed())
                .toList();
        int from = before == null ? 0 : all.stream().map(LiveStory::id).toList().indexOf(before) + 1;
        return all.stream().skip(from).limit(limit).toList();
    }

    @Override
    public long number() {
        return 1;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public List<Edition> editions() {
        return editions;
    }

    @Override
    public List<Section> sections(EditionId edition) {
        return sections.stream()
                .filter(section -> section.edition().equals(edition))
                .toList();
    }

    House house = House.EMPTY;
    final Map<OwnPageId, PageText> texts = new HashMap<>();

    @Override
    public House house() {
        return house;
    }

    @Override
    public PageText text(OwnPageId page, int version) {
        return Objects.requireNonNull(texts.get(page));
    }

    @Override
    public Optional<HouseFiles.Whole> houseFile(String address) {
        return Optional.empty();
    }

    @Override
    public Optional<FrontPlan> front(FrontPlace place) {
        return Optional.ofNullable(fronts.get(place));
    }

    @Override
    public List<LiveStory> latest(EditionId edition, int limit) {
        return newest(story -> story.edition().equals(edition), null, limit);
    }

    @Override
    public List<StoryId> newestIn(SectionId section, Set<StoryKind> kinds, int limit) {
        return newest(
                        story -> section.equals(story.section())
                                && kinds.contains(story.content().kind()),
                        null,
                        limit)
                .stream()
                .map(LiveStory::id)
                .toList();
    }

    @Override
    public List<LiveStory> inSection(SectionId section, @Nullable StoryId before, int limit) {
        List<LiveStory> found = newest(story -> section.equals(story.section()), before, limit);
        found.forEach(story -> readOfLists.add(story.id()));
        return found;
    }

    @Override
    public List<LiveStory> about(ConceptId concept, EditionId edition, @Nullable StoryId before, int limit) {
        return newest(
                story -> story.edition().equals(edition)
                        && story.content().concepts().contains(concept),
                before,
                limit);
    }

    @Override
    public List<LiveStory> by(AuthorId author, EditionId edition, @Nullable StoryId before, int limit) {
        return newest(
                story -> story.edition().equals(edition)
                        && story.content().byline().stream()
                                .anyMatch(each -> each.author().equals(author)),
                before,
                limit);
    }

    @Override
    public Map<StoryId, LiveStory> stories(Collection<StoryId> ids) {
        var found = new HashMap<StoryId, LiveStory>();
        stories.stream().filter(story -> ids.contains(story.id())).forEach(story -> found.put(story.id(), story));
        readOfLists.addAll(found.keySet());
        return found;
    }

    @Override
    public Map<AuthorId, Author> authors(Collection<AuthorId> ids) {
        return only(authors, ids);
    }

    @Override
    public Map<ConceptId, Concept> concepts(Collection<ConceptId> ids) {
        return only(concepts, ids);
    }

    @Override
    public Map<PictureId, Picture> pictures(Collection<PictureId> ids) {
        return only(pictures, ids);
    }

    @Override
    public Instant goodUntil() {
        return Instant.MAX;
    }

    private static <K, V> Map<K, V> only(Map<K, V> all, Collection<K> ids) {
        var found = new LinkedHashMap<K, V>();
        ids.stream().filter(all::containsKey).forEach(id -> found.put(id, all.get(id)));
        return found;
    }

    @Override
    public Map<String, StoryId> arrived(EditionId edition, Collection<String> titles) {
        var found = new HashMap<String, StoryId>();
        stories.stream()
                .filter(story -> story.edition().equals(edition)
                        && titles.contains(story.content().headline()))
                .forEach(story -> found.put(story.content().headline(), story.id()));
        return found;
    }

    @Override
    public Optional<Subject> withCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    @Override
    public Optional<Subject> withPath(String path) {
        return Optional.ofNullable(paths.get(path));
    }

    @Override
    public Map<String, Subject> withPaths(Collection<String> asked) {
        return paths.entrySet().stream()
                .filter(path -> asked.contains(path.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<Subject, List<String>> pathsOf(Collection<Subject> subjects, int each) {
        return paths.entrySet().stream()
                .filter(path -> subjects.contains(path.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    @Override
    public Set<String> codesOf(Collection<Subject> subjects) {
        return codes.entrySet().stream()
                .filter(code -> subjects.contains(code.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public PublicStory.Standing standing(StoryId story) {
        LiveStory live = stories(List.of(story)).get(story);
        return live == null
                ? gone.getOrDefault(story, new PublicStory.Standing.Hidden())
                : new PublicStory.Standing.Live(live);
    }

    @Override
    public List<LiveStory> family(StoryId story) {
        return stories.stream()
                .filter(other -> other.id().equals(story)
                        || other.content().translatedFrom() != null
                                && other.content().translatedFrom().story().equals(story)
                        || stories(List.of(story)).values().stream()
                                .anyMatch(mine -> mine.content().translatedFrom() != null
                                        && mine.content()
                                                .translatedFrom()
                                                .story()
                                                .equals(other.id())))
                .toList();
    }

    @Override
    public List<PublicStory.Event> history(StoryId story, int limit) {
        return history.getOrDefault(story, List.of());
    }

    @Override
    public List<Corrections.Correction> corrections(EditionId edition, Corrections.@Nullable Place before, int limit) {
        return latest(edition, 1000).stream()
                .flatMap(story -> history(story.id(), 100).stream()
                        .filter(event -> event.act().equals("CORRECTED") && event.note() != null)
                        .map(event -> new Corrections.Correction(
                                story, new Corrections.Place(event.when(), story.id(), event.version()), event.note())))
                .filter(each -> before == null || NEWEST.compare(each.place(), before) > 0)
                .sorted(Comparator.comparing(Corrections.Correction::place, NEWEST))
                .limit(limit)
                .toList();
    }

    private static final Comparator<Corrections.Place> NEWEST = Comparator.comparing(Corrections.Place::when)
            .thenComparing(place -> place.story().value())
            .thenComparing(Corrections.Place::version)
            .reversed();

    @Override
    public int countCorrections(EditionId edition, Instant from, Instant to) {
        return (int) corrections(edition, null, 1000).stream()
                .filter(each -> !each.when().isBefore(from) && each.when().isBefore(to))
                .count();
    }

    @Override
    public List<YearMonth> months(EditionId edition) {
        return latest(edition, 1000).stream()
                .map(story -> YearMonth.from(story.publishedAt().atZone(ZoneOffset.UTC)))
                .distinct()
                .toList();
    }

    @Override
    public List<StoryAddresses.Place> addresses(EditionId edition, YearMonth month, int limit) {
        return newest(
                        story -> story.edition().equals(edition)
                                && YearMonth.from(story.publishedAt().atZone(ZoneOffset.UTC))
                                        .equals(month),
                        null,
                        limit)
                .stream()
                .map(story -> new StoryAddresses.Place(
                        story.id(),
                        story.section(),
                        press.rotative.address.Slug.from(story.content().headline()),
                        story.code(),
                        story.updatedAt()))
                .toList();
    }

    @Override
    public List<LiveStory> published(EditionId edition, Instant from, Instant to, @Nullable StoryId before, int limit) {
        return newest(
                story -> story.edition().equals(edition)
                        && !story.publishedAt().isBefore(from)
                        && story.publishedAt().isBefore(to),
                before,
                limit);
    }

    @Override
    public List<Instant> filled(EditionId edition, List<Instant> bounds) {
        return java.util.stream.IntStream.range(0, bounds.size() - 1)
                .filter(i -> !published(edition, bounds.get(i), bounds.get(i + 1), null, 1)
                        .isEmpty())
                .mapToObj(bounds::get)
                .toList();
    }

    @Override
    public Optional<Instant> publishedBefore(EditionId edition, Instant instant) {
        return latest(edition, 1000).stream()
                .map(LiveStory::publishedAt)
                .filter(at -> at.isBefore(instant))
                .max(Comparator.naturalOrder());
    }

    @Override
    public Optional<Instant> publishedFrom(EditionId edition, Instant instant) {
        return latest(edition, 1000).stream()
                .map(LiveStory::publishedAt)
                .filter(at -> !at.isBefore(instant))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Comparison> comparison(StoryId story, int version) {
        return Optional.ofNullable(comparisons.get(version));
    }

    @Override
    public long searchCursor() {
        return searched ? 1 : PageClocks.NO_SEARCH;
    }

    /// Finds what the headline contains; goes on after the story whose number is the key.
    @Override
    public @Nullable List<Likeness> alike() {
        return null;
    }

    @Override
    public Found search(Question question) {
        searched = true;
        List<LiveStory> all = newest(
                story -> story.edition().equals(question.edition())
                        && story.content().headline().contains(question.asked()),
                null,
                1000);
        List<LiveStory> left = question.after() == null
                ? all
                : all.stream()
                        .dropWhile(story -> story.id().value() != Long.parseLong(question.after()))
                        .skip(1)
                        .toList();
        List<LiveStory> page = left.stream().limit(question.most()).toList();
        return new Found(
                all.size(),
                false,
                null,
                page,
                left.size() > page.size() ? Long.toString(page.getLast().id().value()) : null,
                null,
                List.of());
    }

    @Override
    public Counted count(Edition edition, String asked) {
        searched = true;
        return new Counted(
                newest(
                                story -> story.edition().equals(edition.id())
                                        && story.content().headline().contains(asked),
                                null,
                                1000)
                        .size(),
                false);
    }

    @Override
    public List<LiveStory> related(LiveStory story, Set<StoryId> shown, int limit) {
        searched = true;
        return newest(
                other -> !other.id().equals(story.id())
                        && !shown.contains(other.id())
                        && other.edition().equals(story.edition())
                        && other.content().concepts().stream()
                                .anyMatch(story.content().concepts()::contains),
                null,
                limit);
    }

    @Override
    public List<LiveStory> beginning(Edition edition, String typed, int limit) {
        searched = true;
        return newest(
                story -> story.edition().equals(edition.id())
                        && story.content().headline().startsWith(typed),
                null,
                limit);
    }

    @Override
    public List<Concept> conceptsBeginning(Edition edition, String typed, int limit) {
        return concepts.values().stream()
                .filter(concept -> concept.label(edition.language()).text().startsWith(typed))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Author> authorsBeginning(Edition edition, String typed, int limit) {
        return authors.values().stream()
                .filter(author -> author.name().startsWith(typed))
                .limit(limit)
                .toList();
    }
}
