package press.rotative.site;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Concept;
import press.rotative.story.ConceptKind;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.Section;

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
            List<Newsstand.Event> history,
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
            List<Newsstand.Event> history,
            FigureMaker.@Nullable Widest widest) {
        Section section = around.teasers().section(story);
        Dates dates = voice.dates();
        return new JsonLd.Article(
                places.whole(around.path(story)),
                story.content().headline(),
                null,
                story.content().standfirst(),
                voice.edition().language(),
                dates.machine(story.publishedAt()),
                dates.machine(story.updatedAt()),
                section == null ? null : section.name(),
                authors(voice, story, around),
                widest == null ? List.of() : List.of(image(story, widest)),
                concepts.stream().map(concept -> concept(voice, concept)).toList(),
                history.stream()
                        .filter(event -> event.act().equals(StoryPageMaker.CORRECTED) && event.note() != null)
                        .map(event -> new JsonLd.Correction(
                                Objects.requireNonNull(event.note()), dates.machine(event.when())))
                        .toList(),
                chromes.crumbs(voice, section),
                chromes.publisher(voice));
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

    private JsonLd.Image image(LiveStory story, FigureMaker.Widest widest) {
        String caption = Objects.requireNonNull(story.content().hero()).caption();
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
