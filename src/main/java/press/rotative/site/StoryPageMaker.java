package press.rotative.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.publication.PublicAct;
import press.rotative.story.Author;
import press.rotative.story.Block;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.PublicStory;
import press.rotative.story.Section;
import press.rotative.story.Source;
import press.rotative.story.TranslatedFrom;

/// Makes the page of a story.
final class StoryPageMaker {
    static final String CORRECTED = PublicAct.CORRECTED.name();

    /// What changes of what a story is a translation, and none of its words.
    private static final Map<String, String> TRANSLATION = Map.of(
            PublicAct.TRANSLATION_LINKED.name(), "making.linked",
            PublicAct.TRANSLATION_UNLINKED.name(), "making.unlinked",
            PublicAct.TRANSLATION_CONFIRMED.name(), "making.confirmed");
    private static final int WORDS_A_MINUTE = 200;
    private static final int VERSIONS = 100;

    private final Snapshot snapshot;
    private final ChromeMaker chromes;
    private final Places places;

    StoryPageMaker(Snapshot snapshot, ChromeMaker chromes, Places places) {
        this.snapshot = snapshot;
        this.chromes = chromes;
        this.places = places;
    }

    StoryPage page(Voice voice, LiveStory story) {
        var around = new StorySurroundings(snapshot, voice, story);
        List<PublicStory.Event> history = snapshot.history(story.id(), VERSIONS);
        List<LiveStory> family = snapshot.family(story.id());
        List<Concept> concepts = concepts(story);
        List<ChromeMaker.Elsewhere> elsewhere = elsewhere(story, family, around);
        var head = new StoryHead(chromes, places).head(voice, story, around, concepts, history, elsewhere);
        Section section = around.teasers().section(story);
        boolean corrected = history.stream().anyMatch(event -> event.act().equals(CORRECTED));
        return new StoryPage(
                chromes.chrome(voice, false, Places.subject(story.section()), head, elsewhere),
                form(story),
                section == null ? null : Link.to(section.name(), Places.section(voice.edition(), section)),
                around.teasers().label(story),
                story.content().headline(),
                story.content().standfirst(),
                signatures(voice, story, around),
                after(voice, story),
                stamps(voice, story, history),
                drift(voice, story, family, around),
                around.teasers().figures().figure(story.content().hero(), Slot.HERO, true),
                rail(voice, story, family, around),
                around.body(),
                corrections(voice, history),
                Places.corrections(voice.edition()),
                tags(voice, concepts),
                making(voice, story, around, history, corrected),
                around.related());
    }

    private static StoryPage.Form form(LiveStory story) {
        return switch (story.content().kind()) {
            case ARTICLE, BRIEF, ANALYSIS -> StoryPage.Form.NEWS;
            case OPINION -> StoryPage.Form.OPINION;
            case INTERVIEW -> StoryPage.Form.INTERVIEW;
            case GALLERY -> StoryPage.Form.GALLERY;
        };
    }

    private List<Concept> concepts(LiveStory story) {
        Map<press.rotative.story.ConceptId, Concept> found =
                snapshot.concepts(story.content().concepts());
        return story.content().concepts().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<StoryPage.Signature> signatures(Voice voice, LiveStory story, StorySurroundings around) {
        List<Author> authors = story.content().byline().stream()
                .filter(TeaserMaker::signs)
                .map(Contribution::author)
                .map(around.teasers().authors()::get)
                .filter(Objects::nonNull)
                .toList();
        Words words = voice.words();
        if (authors.isEmpty()) {
            return List.of(new StoryPage.Signature(words.say("by"), Link.plain(TeaserMaker.outlet(voice, story))));
        }
        var signatures = new ArrayList<StoryPage.Signature>();
        for (int i = 0; i < authors.size(); i++) {
            Author author = authors.get(i);
            signatures.add(new StoryPage.Signature(
                    words.before(i, authors.size(), "by"),
                    Link.to(author.name(), Places.author(voice.edition(), author))));
        }
        return signatures;
    }

    private static String after(Voice voice, LiveStory story) {
        String dateline = story.content().dateline();
        return dateline == null ? voice.words().say("by.end") : voice.words().say("by.from", dateline);
    }

    private static List<StoryPage.Stamp> stamps(Voice voice, LiveStory story, List<PublicStory.Event> history) {
        Words words = voice.words();
        Dates dates = voice.dates();
        if (story.origin() != null && story.origin().undated()) {
            return List.of(new StoryPage.Stamp(words.say("filed"), dates.dateAndTime(story.filedAt())));
        }
        var stamps = new ArrayList<StoryPage.Stamp>();
        stamps.add(new StoryPage.Stamp(words.say("published"), dates.dateAndTime(story.publishedAt())));
        Instant changed = history.stream()
                .filter(event -> event.version() == story.textVersion())
                .map(PublicStory.Event::when)
                .findFirst()
                .orElse(story.updatedAt());
        if (story.textVersion() > 1 && changed.isAfter(story.publishedAt())) {
            String before = dates.sameDay(story.publishedAt(), changed) ? "updated.same.day" : "updated";
            stamps.add(new StoryPage.Stamp(words.say(before), dates.after(story.publishedAt(), changed)));
        }
        return stamps;
    }

    private static StoryPage.@Nullable Drift drift(
            Voice voice, LiveStory story, List<LiveStory> family, StorySurroundings around) {
        LiveStory original = original(story, family);
        if (original == null || !outdated(story, family)) {
            return null;
        }
        return new StoryPage.Drift(
                voice.words().say("drift"), Link.to(voice.words().say("drift.original"), around.path(original)));
    }

    private static @Nullable LiveStory original(LiveStory story, List<LiveStory> family) {
        TranslatedFrom from = story.content().translatedFrom();
        return from == null
                ? null
                : family.stream()
                        .filter(other -> other.id().equals(from.story()))
                        .findFirst()
                        .orElse(null);
    }

    /// A translation is out of date when its original said other words in a later version than that it was made from.
    private static boolean outdated(LiveStory story, List<LiveStory> family) {
        LiveStory original = original(story, family);
        TranslatedFrom from = story.content().translatedFrom();
        return original != null && from != null && original.textVersion() > from.version();
    }

    private static List<ChromeMaker.Elsewhere> elsewhere(
            LiveStory story, List<LiveStory> family, StorySurroundings around) {
        return family.stream()
                .filter(other -> !other.edition().equals(story.edition()))
                .sorted(Comparator.comparingLong(other -> other.id().value()))
                .map(other -> new ChromeMaker.Elsewhere(around.edition(other), around.path(other)))
                .toList();
    }

    private StoryPage.Rail rail(Voice voice, LiveStory story, List<LiveStory> family, StorySurroundings around) {
        List<StoryPage.Edition> editions = family.stream()
                .filter(other -> !other.edition().equals(story.edition()))
                .map(other -> {
                    Edition edition = around.edition(other);
                    var tongue = new Tongue(edition.language(), edition.direction());
                    return new StoryPage.Edition(
                            new Link(ChromeMaker.ownName(tongue), around.path(other), tongue, false),
                            outdated(other, family) ? voice.words().say("outdated") : null);
                })
                .toList();
        String counters = story.origin() == null ? null : story.origin().counters();
        return new StoryPage.Rail(places.spoken(Places.shortLink(story)), reading(voice, story), editions, counters);
    }

    private static @Nullable String reading(Voice voice, LiveStory story) {
        long words = story.content().body().blocks().stream()
                .mapToLong(block -> switch (block) {
                    case Block.Paragraph paragraph -> words(paragraph.text());
                    case Block.Quote quote -> words(quote.text());
                    case Block.Question question -> words(question.text());
                    case Block.Items items ->
                        items.items().stream()
                                .mapToLong(item -> words(item.plain()))
                                .sum();
                    case Block.Heading heading -> words(heading.text());
                    case Block.Correction correction -> words(correction.text());
                    case Block.Illustration picture -> 0;
                    case Block.Teaser teaser -> 0;
                    case Block.Embed embed -> 0;
                    case Block.Table table -> 0;
                })
                .sum();
        return words == 0
                ? null
                : voice.words().count("reading", Math.max(1, Math.round((double) words / WORDS_A_MINUTE)));
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static List<StoryPage.Note> corrections(Voice voice, List<PublicStory.Event> history) {
        return history.stream()
                .filter(event -> event.act().equals(CORRECTED) && event.note() != null)
                .map(event -> new StoryPage.Note(
                        voice.dates().dateAndTime(event.when()), Objects.requireNonNull(event.note())))
                .toList();
    }

    private static List<StoryPage.Tags> tags(Voice voice, List<Concept> concepts) {
        var rows = new ArrayList<StoryPage.Tags>();
        for (ConceptKind kind : ConceptKind.values()) {
            List<Link> links = concepts.stream()
                    .filter(concept -> concept.kind() == kind)
                    .map(concept -> Link.to(
                            concept.label(voice.edition().language()).text(), Places.concept(voice.edition(), concept)))
                    .toList();
            if (!links.isEmpty()) {
                rows.add(new StoryPage.Tags(
                        voice.words().say("tags." + kind.name().toLowerCase(Locale.ROOT)), links));
            }
        }
        return rows;
    }

    private StoryPage.Making making(
            Voice voice,
            LiveStory story,
            StorySurroundings around,
            List<PublicStory.Event> history,
            boolean corrected) {
        Words words = voice.words();
        var sentences = new ArrayList<String>();
        var lacks = new ArrayList<String>();
        var sources = new ArrayList<Link>();
        if (story.origin() != null) {
            sentences.add(words.say("making.imported"));
            if (story.origin().outlet() != null) {
                sentences.add(words.say("making.outlet", story.origin().outlet()));
            }
            if (story.origin().canonical() != null) {
                sources.add(
                        Link.to(words.say("making.source.page"), story.origin().canonical()));
            }
            lacks.addAll(lacks(words, story));
        } else if (story.content().making() == null) {
            sentences.add(words.say("making.written"));
        }
        if (story.content().making() != null) {
            sentences.add(story.content().making());
        }
        if (story.content().translatedFrom() != null
                && story.content().translatedFrom().version() > 0) {
            sentences.add(words.say(
                    "making.translated",
                    words.number(story.content().translatedFrom().version())));
        }
        for (Source source : story.content().sources()) {
            sources.add(source.url() == null ? Link.plain(source.text()) : Link.to(source.text(), source.url()));
        }
        List<StoryPage.Version> versions = history.stream()
                .map(event -> new StoryPage.Version(
                        voice.dates().stampWithTime(event.when()),
                        told(words, event),
                        changes(voice, around.path(story), event)))
                .toList();
        return new StoryPage.Making(corrected, sentences, versions, sources, lacks);
    }

    /// To what an update or a correction changed.
    private static @Nullable Link changes(Voice voice, String path, PublicStory.Event event) {
        if (event.version() < 2 || TRANSLATION.containsKey(event.act())) {
            return null;
        }
        String word = event.closed() ? "making.closed" : "making.changes";
        return Link.to(voice.words().say(word), Places.comparison(path, event.version()));
    }

    private static String told(Words words, PublicStory.Event event) {
        if (event.destroyed()) {
            return words.say("making.destroyed");
        }
        String note = event.note() == null ? "" : event.note();
        if (event.act().equals(PublicAct.PUBLISHED.name())) {
            return words.say("making.first");
        }
        if (event.act().equals(CORRECTED)) {
            return words.say("making.correction", note);
        }
        String translation = TRANSLATION.get(event.act());
        if (translation != null) {
            return words.say(translation);
        }
        return note.isEmpty() ? words.say("making.update") : note;
    }

    /// What a captured page did not say, said honestly.
    private List<String> lacks(Words words, LiveStory story) {
        var lacks = new ArrayList<String>();
        if (story.origin() != null && story.origin().undated()) {
            lacks.add(words.say("making.lacks.date"));
        }
        if (story.content().byline().isEmpty()) {
            lacks.add(words.say("making.lacks.byline"));
        }
        if (story.section() == null) {
            lacks.add(words.say("making.lacks.section"));
        }
        if (story.content().standfirst() == null) {
            lacks.add(words.say("making.lacks.standfirst"));
        }
        var pictures = snapshot.pictures(story.content().pictures());
        if (pictures.values().stream().anyMatch(picture -> !picture.held())) {
            lacks.add(words.say("making.lacks.picture"));
        }
        return lacks;
    }
}
