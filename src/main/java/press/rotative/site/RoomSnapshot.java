package press.rotative.site;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.search.Kin;
import press.rotative.search.Likeness;
import press.rotative.search.Question;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Comparison;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;
import press.rotative.story.Corrections;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.PublicStory;
import press.rotative.story.PublishedTimes;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.StoryAddresses;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.TypedNames;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.House;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.OwnPages;
import press.rotative.story.house.PageText;

/// The rooms below, read in one database snapshot.
final class RoomSnapshot implements Snapshot {
    private static final int MONTHS = 1200;
    /// Asked for besides, because some may not be shown.
    private static final int MORE_RELATED = 8;

    private final Instant now;
    private final Finder finder;
    private final DSLContext sql;
    private final Newsstand newsstand;
    private final PublishedTimes times;
    private final TypedNames typedNames;
    private final Addresses addresses;
    private final StoryAddresses storyAddresses;
    private final Pictures pictures;
    private final Corrections corrections;
    private final long number;
    private final Names names;
    private Instant goodUntil = Instant.MAX;
    private long searchCursor = PageClocks.NO_SEARCH;
    private final List<Likeness> alike = new ArrayList<>();
    private boolean searched;
    /// Those that were asked for; empty: not to be shown now.
    private final Map<PictureId, Optional<Picture>> known = new HashMap<>();

    private final Map<StoryId, List<LiveStory>> families = new HashMap<>();

    /// With names of its own: it asks for those concepts only that it meets.
    RoomSnapshot(DSLContext sql, Instant now, Finder finder) {
        this(sql, now, finder, Names::new, alone -> Optional.empty());
    }

    /// @param names of the number that it is given, shared with others
    RoomSnapshot(DSLContext sql, Instant now, Finder finder, LongFunction<Names> names) {
        this(sql, now, finder, names, shared -> shared.merges(() -> ConceptMerges.all(sql)));
    }

    private RoomSnapshot(
            DSLContext sql,
            Instant now,
            Finder finder,
            LongFunction<Names> names,
            Function<Names, Optional<ConceptMerges>> merges) {
        this.now = now;
        this.finder = finder;
        this.sql = sql;
        this.times = new PublishedTimes(sql);
        this.typedNames = new TypedNames(sql);
        this.addresses = new Addresses(sql);
        this.storyAddresses = new StoryAddresses(sql);
        this.pictures = new Pictures(sql);
        this.number = new PublicationLog(sql).number();
        this.names = names.apply(number);
        this.newsstand = new Newsstand(sql, merges.apply(this.names).orElseGet(() -> new ConceptMerges(sql)));
        this.corrections = new Corrections(sql, newsstand);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<Edition> editions() {
        return names.editions(newsstand);
    }

    @Override
    public List<Section> sections(EditionId edition) {
        return names.sections(newsstand).stream()
                .filter(section -> section.edition().equals(edition))
                .toList();
    }

    @Override
    public House house() {
        House house = names.house(() -> House.read(sql));
        for (AlertBand alert : house.alerts().values()) {
            if (alert.shownAt(now) && alert.until().isBefore(goodUntil)) {
                goodUntil = alert.until();
            }
        }
        return house;
    }

    @Override
    public PageText text(OwnPageId page, int version) {
        return new OwnPages(sql).text(page, version);
    }

    @Override
    public Optional<HouseFiles.Whole> houseFile(String address) {
        return new HouseFiles(sql).at(address);
    }

    @Override
    public Optional<FrontPlan> front(FrontPlace place) {
        return newsstand.front(place);
    }

    @Override
    public List<LiveStory> latest(EditionId edition, int limit) {
        return newsstand.latest(edition, limit);
    }

    @Override
    public List<StoryId> newestIn(SectionId section, Set<StoryKind> kinds, int limit) {
        return newsstand.newestIn(section, kinds, limit);
    }

    @Override
    public List<LiveStory> inSection(SectionId section, @Nullable StoryId before, int limit) {
        return newsstand.inSection(section, before, limit);
    }

    @Override
    public List<LiveStory> about(ConceptId concept, EditionId edition, @Nullable StoryId before, int limit) {
        return newsstand.about(concept, edition, before, limit);
    }

    @Override
    public List<LiveStory> by(AuthorId author, EditionId edition, @Nullable StoryId before, int limit) {
        return newsstand.by(author, edition, before, limit);
    }

    @Override
    public Map<StoryId, LiveStory> stories(Collection<StoryId> ids) {
        return newsstand.stories(ids);
    }

    @Override
    public Map<AuthorId, Author> authors(Collection<AuthorId> ids) {
        return names.authors(newsstand::authors, ids);
    }

    @Override
    public Map<ConceptId, Concept> concepts(Collection<ConceptId> ids) {
        return names.concepts(newsstand::concepts, ids);
    }

    @Override
    public Map<PictureId, Picture> pictures(Collection<PictureId> ids) {
        Set<PictureId> unread = new HashSet<>(ids);
        unread.removeAll(known.keySet());
        Map<PictureId, Picture> read = pictures.find(unread);
        for (PictureId id : unread) {
            Optional<Picture> picture = Optional.ofNullable(read.get(id));
            picture.flatMap(each -> each.rights().turnAfter(now))
                    .filter(goodUntil::isAfter)
                    .ifPresent(turn -> goodUntil = turn);
            known.put(id, picture.filter(each -> each.rights().runAt(now)));
        }
        var found = new HashMap<PictureId, Picture>();
        ids.forEach(id -> Objects.requireNonNull(known.get(id)).ifPresent(picture -> found.put(id, picture)));
        return found;
    }

    @Override
    public Instant goodUntil() {
        return goodUntil;
    }

    @Override
    public Map<String, StoryId> arrived(EditionId edition, Collection<String> titles) {
        return newsstand.arrived(edition, titles);
    }

    @Override
    public Optional<Subject> withCode(String code) {
        return addresses.withCode(code);
    }

    @Override
    public Optional<Subject> withPath(String path) {
        return addresses.withPath(path);
    }

    @Override
    public Map<String, Subject> withPaths(Collection<String> paths) {
        return addresses.withPaths(paths);
    }

    @Override
    public Map<Subject, List<String>> pathsOf(Collection<Subject> subjects, int each) {
        return addresses.pathsOf(subjects, each);
    }

    @Override
    public Set<String> codesOf(Collection<Subject> subjects) {
        return addresses.codesOf(subjects);
    }

    @Override
    public PublicStory.Standing standing(StoryId story) {
        return new PublicStory(sql, story).standing(newsstand);
    }

    @Override
    public List<LiveStory> family(StoryId story) {
        return families.computeIfAbsent(story, newsstand::family);
    }

    @Override
    public List<PublicStory.Event> history(StoryId story, int limit) {
        return new PublicStory(sql, story).history(limit);
    }

    @Override
    public Optional<Comparison> comparison(StoryId story, int version) {
        return new PublicStory(sql, story).comparison(version);
    }

    @Override
    public List<Corrections.Correction> corrections(EditionId edition, Corrections.@Nullable Place before, int limit) {
        return corrections.of(edition, before, limit);
    }

    @Override
    public int countCorrections(EditionId edition, Instant from, Instant to) {
        return corrections.count(edition, from, to);
    }

    /// One look into an index for each month between the oldest story and the newest.
    @Override
    public List<YearMonth> months(EditionId edition) {
        Optional<Instant> newest = times.newest(edition);
        Optional<Instant> oldest = times.oldest(edition);
        if (newest.isEmpty() || oldest.isEmpty()) {
            return List.of();
        }
        YearMonth last = monthOf(newest.get());
        YearMonth first = monthOf(oldest.get());
        YearMonth earliest = last.minusMonths(MONTHS);
        var bounds = new ArrayList<Instant>();
        for (YearMonth month = first.isBefore(earliest) ? earliest : first;
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            bounds.add(begin(month));
        }
        bounds.add(begin(last.plusMonths(1)));
        return times.filled(edition, bounds).reversed().stream()
                .map(RoomSnapshot::monthOf)
                .toList();
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }

    @Override
    public List<StoryAddresses.Place> addresses(EditionId edition, YearMonth month, int limit) {
        return storyAddresses.published(edition, begin(month), begin(month.plusMonths(1)), limit);
    }

    @Override
    public List<LiveStory> published(EditionId edition, Instant from, Instant to, @Nullable StoryId before, int limit) {
        return newsstand.published(edition, from, to, before, limit);
    }

    @Override
    public List<Instant> filled(EditionId edition, List<Instant> bounds) {
        return times.filled(edition, bounds);
    }

    @Override
    public Optional<Instant> publishedBefore(EditionId edition, Instant instant) {
        return times.before(edition, instant);
    }

    @Override
    public Optional<Instant> publishedFrom(EditionId edition, Instant instant) {
        return times.from(edition, instant);
    }

    /// The pages of those of these subjects that are stories and were ever public, by number.
    ///
    /// @param first what comes before the others
    Map<StoryId, String> storyPaths(Set<Subject> first, Collection<Subject> subjects, int most) {
        List<StoryId> stories = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.STORY)
                .sorted(Comparator.<Subject, Boolean>comparing(subject -> !first.contains(subject))
                        .thenComparing(Subject::id))
                .limit(most)
                .map(subject -> new StoryId(subject.id()))
                .toList();
        Map<StoryId, String> found = stories.isEmpty() ? Map.of() : storyAddresses.paths(stories);
        var paths = new LinkedHashMap<StoryId, String>();
        stories.stream().filter(found::containsKey).forEach(id -> paths.put(id, found.get(id)));
        return paths;
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public long searchCursor() {
        return searchCursor;
    }

    /// What is read from the index after this may be as old as this, and no older.
    private Finder asked() {
        if (searchCursor == PageClocks.NO_SEARCH) {
            searchCursor = finder.cursor();
        }
        return finder;
    }

    @Override
    public @Nullable List<Likeness> alike() {
        return searched ? null : List.copyOf(alike);
    }

    @Override
    public Found search(Question question) {
        searched = true;
        return new FoundStories(asked(), newsstand).found(question);
    }

    @Override
    public Counted count(Edition edition, String asked) {
        searched = true;
        return new FoundStories(asked(), newsstand).counted(edition, asked);
    }

    @Override
    public List<LiveStory> related(LiveStory story, Set<StoryId> shown, int limit) {
        String language = language(story.edition());
        Kin kin = Kin.of(story, language);
        Likeness near = asked().related(kin, limit + shown.size() + MORE_RELATED);
        alike.add(near);
        Set<StoryId> family = family(story.id()).stream().map(LiveStory::id).collect(Collectors.toSet());
        List<StoryId> wanted = near.found().stream()
                .filter(other -> !family.contains(other) && !shown.contains(other))
                .toList();
        var related = new ArrayList<LiveStory>();
        while (related.size() < limit && !wanted.isEmpty()) {
            int next = Math.min(limit - related.size(), wanted.size());
            usable(wanted.subList(0, next)).stream()
                    .filter(other -> other.edition().equals(story.edition()))
                    .forEach(related::add);
            wanted = wanted.subList(next, wanted.size());
        }
        return related;
    }

    private String language(EditionId edition) {
        return editions().stream()
                .filter(each -> each.id().equals(edition))
                .map(Edition::language)
                .findFirst()
                .orElse("und");
    }

    private List<LiveStory> usable(List<StoryId> ids) {
        Map<StoryId, LiveStory> usable = newsstand.stories(ids);
        return ids.stream().filter(usable::containsKey).map(usable::get).toList();
    }

    @Override
    public List<LiveStory> beginning(Edition edition, String typed, int limit) {
        searched = true;
        return usable(asked().beginning(edition.id(), edition.language(), typed, limit)).stream()
                .filter(story -> story.edition().equals(edition.id()))
                .toList();
    }

    @Override
    public List<Concept> conceptsBeginning(Edition edition, String typed, int limit) {
        return typedNames.conceptsBeginning(edition, typed, limit);
    }

    @Override
    public List<Author> authorsBeginning(Edition edition, String typed, int limit) {
        return typedNames.authorsBeginning(edition, typed, limit);
    }
}
