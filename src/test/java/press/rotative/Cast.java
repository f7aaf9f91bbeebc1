package press.rotative;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.site.Site;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.Contribution;
import press.rotative.story.EditionId;
import press.rotative.story.PictureUse;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;

/// The people, editions and stories that tests share.
public final class Cast {
    private Cast() {}

    public static Actor chief() {
        return new Actor(7, Role.CHIEF_EDITOR);
    }

    public static Actor editor() {
        return new Actor(8, Role.EDITOR);
    }

    public static Actor reporter() {
        return new Actor(9, Role.REPORTER);
    }

    /// The French edition `fr` of the sample's newspaper.
    public static EditionId lePhare(Press press) {
        return press.acts()
                .perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
    }

    /// The public site of a newsroom.
    public static Site site(Press press, URI address) {
        return Site.open(press.database(), press.number(), press.renditions(), press.finder(), press.clock(), address);
    }

    /// A brief of one paragraph that lacks all else.
    public static StoryContent brief(String headline, String text) {
        return story(StoryKind.BRIEF, headline, null, null, List.of(), Block.Paragraph.of("", text));
    }

    /// An article with all that a publication asks for, of two paragraphs.
    public static StoryContent article(String headline, @Nullable SectionId section, AuthorId author) {
        return article(headline, section, author, "Premier.", "Second.");
    }

    public static StoryContent article(
            String headline, @Nullable SectionId section, AuthorId author, String... paragraphs) {
        return story(
                StoryKind.ARTICLE,
                headline,
                "Un chapô.",
                section,
                List.of(new Contribution(author, null)),
                Stream.of(paragraphs).map(text -> Block.Paragraph.of("", text)).toArray(Block[]::new));
    }

    /// An article without standfirst and byline, as a source may give it.
    public static StoryContent bareArticle(String headline, SectionId section) {
        return story(StoryKind.ARTICLE, headline, null, section, List.of(), Block.Paragraph.of("", "Texte."));
    }

    /// The same story with a picture at its head.
    public static StoryContent illustrated(StoryContent plain, PictureId picture) {
        return with(plain, new PictureUse(picture, null, null), plain.concepts());
    }

    /// The same story about something.
    public static StoryContent about(StoryContent plain, ConceptId... concepts) {
        return with(plain, plain.hero(), List.of(concepts));
    }

    /// Stores bytes as a picture of the library; what they show does not matter.
    public static PictureId picture(Press press, byte[] bytes) {
        String digest = press.blobs().put(bytes);
        var developed = new NewPicture(null, digest, bytes.length, Format.JPEG, 100, 100, 1, PictureDescription.EMPTY);
        return press.acts()
                .perform(transaction ->
                        Pictures.add(transaction, developed, PictureDescription.captioned("Vue", "© Agence", true)))
                .value();
    }

    private static StoryContent with(StoryContent plain, @Nullable PictureUse hero, List<ConceptId> concepts) {
        return new StoryContent(
                plain.kind(),
                plain.headline(),
                plain.standfirst(),
                plain.section(),
                plain.byline(),
                plain.dateline(),
                plain.slug(),
                plain.slugline(),
                plain.urgency(),
                hero,
                concepts,
                plain.body(),
                plain.related(),
                plain.translatedFrom(),
                plain.sources(),
                plain.making(),
                plain.publishedAt(),
                null);
    }

    private static StoryContent story(
            StoryKind kind,
            String headline,
            @Nullable String standfirst,
            @Nullable SectionId section,
            List<Contribution> byline,
            Block... blocks) {
        return new StoryContent(
                kind,
                headline,
                standfirst,
                section,
                byline,
                null,
                null,
                null,
                5,
                null,
                List.of(),
                new Body(List.of(blocks)),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    /// Creates and publishes a story in one act; what it lacks is let through.
    public static StoryId published(Press press, EditionId edition, StoryContent content) {
        return press.acts()
                .perform(transaction -> {
                    StoryId story = new CreateStory(Actor.OPERATOR, edition, content, null, false)
                            .perform(transaction)
                            .story();
                    Outcome outcome = new PublishStory(Actor.OPERATOR, story, null, null, true).perform(transaction);
                    if (outcome instanceof Outcome.Refused refused) {
                        throw new AssertionError(refused.reasons().toString());
                    }
                    return story;
                })
                .value();
    }
}
