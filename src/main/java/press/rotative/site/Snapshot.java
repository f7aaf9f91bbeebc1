package press.rotative.site;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.publication.Subject;
import press.rotative.search.Counts;
import press.rotative.search.Likeness;
import press.rotative.search.Question;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Comparison;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
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
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.house.House;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.OwnPageId;
import press.rotative.story.house.PageText;

/// The newsroom as the public may see it, at one number of the log: every page is made from exactly one. Lists are
/// limited and paged by key, so that a page costs the same over any archive.
interface Snapshot {

    /// The last number of the log that this snapshot sees.
    long number();

    Instant now();

    List<Edition> editions();

    List<Section> sections(EditionId edition);

    /// Menus, looks, alerts and pages of the newsroom. A page that asks is not good beyond the end of an alert.
    House house();

    /// What a page of the newsroom says.
    ///
    /// @param version number of the text
    PageText text(OwnPageId page, int version);

    /// A logo, icon or style sheet of the newsroom.
    Optional<HouseFiles.Whole> houseFile(String address);

    /// What an editor arranged there; empty: the front of an edition is filled automatically, a section has none.
    Optional<FrontPlan> front(FrontPlace place);

    List<LiveStory> latest(EditionId edition, int limit);

    /// Their numbers only, newest first.
    List<StoryId> newestIn(SectionId section, Set<StoryKind> kinds, int limit);

    List<LiveStory> inSection(SectionId section, @Nullable StoryId before, int limit);

    List<LiveStory> about(ConceptId concept, EditionId edition, @Nullable StoryId before, int limit);

    List<LiveStory> by(AuthorId author, EditionId edition, @Nullable StoryId before, int limit);

    /// Those that are usable.
    Map<StoryId, LiveStory> stories(Collection<StoryId> ids);

    Map<AuthorId, Author> authors(Collection<AuthorId> ids);

    Map<ConceptId, Concept> concepts(Collection<ConceptId> ids);

    /// Those that may be shown now.
    Map<PictureId, Picture> pictures(Collection<PictureId> ids);

    /// When the first of all pictures that were asked for gains or loses its rights, so that a page made of this
    /// snapshot stops being true by itself; far away when none does.
    Instant goodUntil();

    /// Stories that arrived under titles that waited for them.
    Map<String, StoryId> arrived(EditionId edition, Collection<String> titles);

    /// Whose address this is: the code at the end of a story's path, or a path ever claimed.
    Optional<Subject> withCode(String code);

    Optional<Subject> withPath(String path);

    /// Whose each of some hundreds of paths is; those that are nobody's are left out.
    Map<String, Subject> withPaths(Collection<String> paths);

    /// Every path that these subjects ever had.
    ///
    /// @param each how many paths a subject has at most, on average
    Map<Subject, List<String>> pathsOf(Collection<Subject> subjects, int each);

    Set<String> codesOf(Collection<Subject> subjects);

    PublicStory.Standing standing(StoryId story);

    /// The usable stories of a translation family, this one among them.
    List<LiveStory> family(StoryId story);

    /// What happened to a published story, newest first.
    List<PublicStory.Event> history(StoryId story, int limit);

    /// The step to a published version from the one before it.
    Optional<Comparison> comparison(StoryId story, int version);

    /// Corrections of usable stories, newest first.
    ///
    /// @param before where the page before ended; null for the first
    List<Corrections.Correction> corrections(EditionId edition, Corrections.@Nullable Place before, int limit);

    /// How many corrections of usable stories there are of a time.
    int countCorrections(EditionId edition, Instant from, Instant to);

    /// The months in which an edition published what is still usable, newest first.
    List<YearMonth> months(EditionId edition);

    /// Newest first.
    List<StoryAddresses.Place> addresses(EditionId edition, YearMonth month, int limit);

    /// @param from inclusive
    /// @param to exclusive
    /// @param before the last story of the page before; null for the first page
    List<LiveStory> published(EditionId edition, Instant from, Instant to, @Nullable StoryId before, int limit);

    /// The beginnings of those spans between neighbouring bounds (ascending) in which something usable was published.
    List<Instant> filled(EditionId edition, List<Instant> bounds);

    /// When the last usable story before an instant was published.
    Optional<Instant> publishedBefore(EditionId edition, Instant instant);

    /// When the first usable story from an instant on was published.
    Optional<Instant> publishedFrom(EditionId edition, Instant instant);

    /// How far the index had followed the log when the first of the following was asked; [PageClocks#NO_SEARCH] as
    /// long as none was.
    long searchCursor();

    /// All that was asked of the index so far; null where more was asked than for stories like another.
    @Nullable
    List<Likeness> alike();

    Found search(Question question);

    /// How many stories of an edition hold these words, by the rules of its language.
    Counted count(Edition edition, String asked);

    /// @param many there are more than `total`
    record Counted(long total, boolean many) {}

    /// Usable stories like this one, of the same edition and of other families, the nearest first.
    ///
    /// @param shown stories that stand on the page already: they are left out
    List<LiveStory> related(LiveStory story, Set<StoryId> shown, int limit);

    /// Usable stories whose headlines hold words that begin as typed, the newest first.
    List<LiveStory> beginning(Edition edition, String typed, int limit);

    /// Concepts with stories in an edition, of whose label a word begins as typed.
    List<Concept> conceptsBeginning(Edition edition, String typed, int limit);

    List<Author> authorsBeginning(Edition edition, String typed, int limit);

    /// @param total of usable stories; exact unless there are `many` more
    /// @param next where the next page goes on; null on the last
    /// @param counts how many have which value; null where that is not known
    /// @param spelled the same search in words that stories hold, where little was found
    /// @param alone what each word finds, where all together find nothing
    record Found(
            long total,
            boolean many,
            @Nullable Counts counts,
            List<LiveStory> stories,
            @Nullable String next,
            @Nullable String spelled,
            List<press.rotative.search.Found.Alone> alone) {
        public Found {
            stories = List.copyOf(stories);
        }
    }
}
