package press.rotative.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.SectionId;

/// Makes teasers of stories whose pictures and authors were read in one go for the whole page.
final class TeaserMaker {
    private final Voice voice;
    private final FigureMaker figures;
    private final Map<AuthorId, Author> authors;
    private final Map<SectionId, Section> sections = new HashMap<>();
    private final Map<EditionId, Edition> editions = new HashMap<>();

    TeaserMaker(Snapshot snapshot, Voice voice, Collection<LiveStory> stories) {
        this.voice = voice;
        this.figures = new FigureMaker(
                snapshot,
                stories.stream()
                        .map(story -> story.content().hero())
                        .filter(Objects::nonNull)
                        .map(hero -> hero.picture())
                        .distinct()
                        .toList());
        Set<AuthorId> names = new LinkedHashSet<>();
        stories.forEach(story -> story.content().byline().forEach(each -> names.add(each.author())));
        this.authors = snapshot.authors(names);
        for (Edition edition : snapshot.editions()) {
            editions.put(edition.id(), edition);
            snapshot.sections(edition.id()).forEach(section -> sections.put(section.id(), section));
        }
    }

    /// How much of a story a teaser tells.
    enum Telling {
        /// picture, title, names and time
        PICTURE,
        /// the same with kicker and standfirst
        FULL,
        /// title, standfirst, names and time
        WORDS,
        /// title, names and time
        TITLE,
        /// title and time, with a picture
        SIDE
    }

    Teaser teaser(LiveStory story, Teaser.Shape shape, int level, Telling telling, Slot slot, boolean eager) {
        boolean worded = telling == Telling.FULL || telling == Telling.WORDS;
        boolean pictured = telling != Telling.TITLE && telling != Telling.WORDS;
        Figure found = pictured ? figures.figure(story.content().hero(), slot, eager) : null;
        Figure figure = found == null || found.image() == null ? null : found;
        String standfirst = story.content().standfirst();
        return new Teaser(
                shape,
                level,
                telling == Telling.SIDE ? null : kicker(story),
                label(story),
                Piece.plain(story.content().headline()),
                path(story),
                figure == null || eager ? figure : figure.withoutCaption(),
                worded && standfirst != null ? Piece.plain(standfirst) : List.of(),
                telling == Telling.SIDE ? List.of() : names(story),
                voice.dates().brief(story.publishedAt()),
                tongue(story));
    }

    /// An opinion shows who says it, not when.
    Teaser opinion(LiveStory story) {
        String label = label(story);
        return new Teaser(
                Teaser.Shape.OPINION,
                3,
                label,
                label,
                Piece.plain(story.content().headline()),
                path(story),
                null,
                List.of(),
                names(story),
                null,
                tongue(story));
    }

    /// Is there a picture of this story that can be shown?
    boolean pictured(LiveStory story) {
        Figure figure = figures.figure(story.content().hero(), Slot.COLUMN, false);
        return figure != null && figure.image() != null;
    }

    /// What is said of a story's kind wherever it is shown; null for news.
    @Nullable
    String label(LiveStory story) {
        return switch (story.content().kind()) {
            case OPINION -> voice.words().say("label.opinion");
            case ANALYSIS -> voice.words().say("label.analysis");
            case INTERVIEW -> voice.words().say("label.interview");
            case GALLERY -> voice.words().say("label.gallery");
            case ARTICLE, BRIEF -> null;
        };
    }

    private @Nullable String kicker(LiveStory story) {
        Section section = section(story);
        String label = label(story);
        if (section == null || label == null) {
            return section == null ? label : section.name();
        }
        return section.name()
                + voice.words().say("comma")
                + label.toLowerCase(voice.tongue().locale());
    }

    /// The same teaser with the words that a reader searched for marked in it.
    Teaser found(LiveStory story, List<Piece> title, List<Piece> passage) {
        Teaser teaser = teaser(story, Teaser.Shape.ROW, 3, Telling.FULL, Slot.ROW, false);
        return new Teaser(
                teaser.shape(),
                teaser.level(),
                teaser.kicker(),
                teaser.label(),
                title,
                teaser.href(),
                teaser.figure(),
                passage,
                teaser.signature(),
                voice.dates().date(story.publishedAt()),
                teaser.language());
    }

    Link link(LiveStory story) {
        return new Link(story.content().headline(), path(story), tongue(story), false);
    }

    String path(LiveStory story) {
        return Places.story(edition(story), section(story), story);
    }

    @Nullable
    Section section(LiveStory story) {
        return story.section() == null ? null : sections.get(story.section());
    }

    /// Set only when the story speaks another language than the page.
    private @Nullable Tongue tongue(LiveStory story) {
        Edition edition = edition(story);
        return edition.language().equals(voice.tongue().tag())
                ? null
                : new Tongue(edition.language(), edition.direction());
    }

    private Edition edition(LiveStory story) {
        return Objects.requireNonNull(editions.get(story.edition()));
    }

    List<String> names(LiveStory story) {
        List<String> names = story.content().byline().stream()
                .filter(TeaserMaker::signs)
                .map(Contribution::author)
                .map(authors::get)
                .filter(Objects::nonNull)
                .map(Author::name)
                .toList();
        return names.isEmpty() ? List.of(outlet(voice, story)) : names;
    }

    Map<AuthorId, Author> authors() {
        return authors;
    }

    FigureMaker figures() {
        return figures;
    }

    static boolean signs(Contribution contribution) {
        return contribution.role() == null || contribution.role().equals("author");
    }

    /// Who signs when nobody does: the outlet of a captured page, else the newsroom.
    static String outlet(Voice voice, LiveStory story) {
        return story.origin() != null && story.origin().outlet() != null
                ? story.origin().outlet()
                : voice.newsroom();
    }
}
