package press.rotative.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.story.Block;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.PictureUse;
import press.rotative.story.PublicStory;
import press.rotative.story.Section;
import press.rotative.story.StoryKind;

/// What a story's page says to machines.
final class StoryHead {
    private final ChromeMaker chromes;
    private final Places places;

    StoryHead(ChromeMaker chromes, Places places) {
        this.chromes = chromes;
        this.places = places;
    }

    Chrome.Head head(
            Voice voice,
            LiveStory story,
            StorySurroundings around,
            List<Concept> concepts,
            List<PublicStory.Event> history,
            List<ChromeMaker.Elsewhere> elsewhere) {
        Edition edition = voice.edition();
        String path = around.path(story);
        var widest = around.teasers().figures().widest(story.content().hero()).orElse(null);
        String standfirst = story.content().standfirst();
        return new Chrome.Head(
                story.content().headline() + " | " + edition.name(),
                standfirst == null ? story.content().headline() : standfirst,
                places.whole(path),
                chromes.alternates(edition, path, elsewhere),
                places.whole(Places.shortLink(story)),
                chromes.feeds(voice),
                true,
                "article",
                widest == null ? null : social(story, widest),
                new Chrome.Times(
                        voice.dates().machine(story.publishedAt()),
                        voice.dates().machine(story.updatedAt())),
                JsonLd.of(article(voice, story, around, concepts, history, widest)));
    }

    private Chrome.Social social(LiveStory story, FigureMaker.Widest widest) {
        String alt = Objects.requireNonNull(story.content().hero()).alt();
        String words = alt == null ? widest.picture().alt() : alt;
        return new Chrome.Social(
                places.whole(widest.path()),
                widest.rendition().width(),
                widest.rendition().height(),
                words == null ? "" : words);
    }

    private JsonLd.Article article(
            Voice voice,
            LiveStory story,
            StorySurroundings around,
            List<Concept> concepts,
            List<PublicStory.Event> history,
            FigureMaker.@Nullable Widest widest) {
        Section section = around.teasers().section(story);
        Dates dates = voice.dates();
        return new JsonLd.Article(
                type(story.content().kind()),
                genre(story.content().kind()),
                places.whole(around.path(story)),
                story.content().headline(),
                null,
                story.content().standfirst(),
                voice.edition().language(),
                dates.machine(story.publishedAt()),
                dates.machine(story.updatedAt()),
                section == null ? null : section.name(),
                authors(voice, story, around),
                images(story, around, widest),
                concepts.stream().map(concept -> concept(voice, concept)).toList(),
                history.stream()
                        .filter(event -> event.act().equals(StoryPageMaker.CORRECTED) && event.note() != null)
                        .map(event -> new JsonLd.Correction(
                                Objects.requireNonNull(event.note()), dates.machine(event.when())))
                        .toList(),
                chromes.crumbs(voice, section),
                chromes.publisher(voice));
    }

    private static String type(StoryKind kind) {
        return switch (kind) {
            case OPINION -> "OpinionNewsArticle";
            case ANALYSIS -> "AnalysisNewsArticle";
            case ARTICLE, BRIEF, INTERVIEW, GALLERY -> "NewsArticle";
        };
    }

    private static @Nullable String genre(StoryKind kind) {
        return switch (kind) {
            case BRIEF -> "Brief";
            case INTERVIEW -> "Interview";
            case GALLERY -> "Gallery";
            case ARTICLE, OPINION, ANALYSIS -> null;
        };
    }

    /// The picture above the story; of a gallery all of them.
    private List<JsonLd.Image> images(LiveStory story, StorySurroundings around, FigureMaker.@Nullable Widest widest) {
        var images = new ArrayList<JsonLd.Image>();
        if (widest != null) {
            images.add(image(Objects.requireNonNull(story.content().hero()).caption(), widest));
        }
        if (story.content().kind() == StoryKind.GALLERY) {
            for (Block block : story.content().body().blocks()) {
                if (block instanceof Block.Illustration picture) {
                    around.figures()
                            .widest(new PictureUse(picture.picture(), picture.caption(), picture.alt()))
                            .ifPresent(found -> images.add(image(picture.caption(), found)));
                }
            }
        }
        return images;
    }

    private List<JsonLd.Author> authors(Voice voice, LiveStory story, StorySurroundings around) {
        List<JsonLd.Author> authors = story.content().byline().stream()
                .filter(TeaserMaker::signs)
                .map(each -> around.teasers().authors().get(each.author()))
                .filter(Objects::nonNull)
                .map(author ->
                        new JsonLd.Author(author.name(), places.whole(Places.author(voice.edition(), author)), false))
                .toList();
        return authors.isEmpty() ? List.of(new JsonLd.Author(TeaserMaker.outlet(voice, story), null, true)) : authors;
    }

    private JsonLd.Image image(@Nullable String caption, FigureMaker.Widest widest) {
        return new JsonLd.Image(
                places.whole(widest.path()),
                widest.rendition().width(),
                widest.rendition().height(),
                caption == null ? widest.picture().caption() : caption,
                FigureMaker.credit(widest.picture()),
                widest.picture().description().creator(),
                widest.picture().description().provider(),
                widest.picture().copyright());
    }

    private JsonLd.Concept concept(Voice voice, Concept concept) {
        String type =
                switch (concept.kind()) {
                    case TOPIC -> "Thing";
                    case PERSON -> "Person";
                    case PLACE -> "Place";
                    case ORGANISATION -> "Organization";
                    case EVENT -> "Event";
                };
        return new JsonLd.Concept(
                type,
                concept.label(voice.edition().language()).text(),
                places.whole(Places.concept(voice.edition(), concept)),
                concept.kind() == ConceptKind.TOPIC || concept.kind() == ConceptKind.EVENT);
    }
}
