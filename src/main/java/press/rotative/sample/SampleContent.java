package press.rotative.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Contribution;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.Source;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryKind;
import press.rotative.story.TranslatedFrom;

/// Turns stories of the sample into contents as the story room takes them.
final class SampleContent {
    private final SampleIds ids;
    private final Map<String, SampleNewsroom.Picture> pictures;

    SampleContent(SampleIds ids, Map<String, SampleNewsroom.Picture> pictures) {
        this.ids = ids;
        this.pictures = Map.copyOf(pictures);
    }

    /// What a story is filed with before it is written.
    static StoryContent filed(SampleStory story) {
        return new StoryContent(
                kind(story),
                story.headline(),
                null,
                null,
                List.of(),
                null,
                story.slug(),
                null,
                story.urgency(),
                null,
                List.of(),
                Body.empty(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static StoryKind kind(SampleStory story) {
        return StoryKind.valueOf(story.kind().toUpperCase(Locale.ROOT));
    }

    /// The first version, its blocks still without ids: the story room gives them.
    StoryContent first(SampleStory story) {
        return new StoryContent(
                kind(story),
                story.headline(),
                story.standfirst(),
                ids.section(story.edition(), story.section()),
                story.byline().stream()
                        .map(by -> new Contribution(ids.author(story.edition(), by.author()), by.role()))
                        .toList(),
                story.dateline(),
                story.slug(),
                story.slugline(),
                story.urgency(),
                hero(story),
                story.concepts().stream().map(ids::concept).toList(),
                new Body(story.body().stream().map(part -> block(story, part)).toList()),
                story.related().stream().map(this::related).toList(),
                translated(story.translatedFrom()),
                story.sources().stream()
                        .map(source -> new Source(source.text(), source.link()))
                        .toList(),
                story.making(),
                null,
                null);
    }

    /// The content after a correction or update.
    ///
    /// @param live the content before, with the ids the story room gave
    StoryContent changed(SampleStory story, StoryContent live, SampleStory.Later later) {
        var blocks = new ArrayList<Block>(live.body().blocks());
        String headline = live.headline();
        String standfirst = live.standfirst();
        for (SampleStory.Change change : Objects.requireNonNull(later.changes())) {
            if (change.replace() != null) {
                int at = place(story, change.replace());
                blocks.set(
                        at,
                        block(story, Objects.requireNonNull(change.block()))
                                .withId(blocks.get(at).id()));
            } else if (change.after() != null) {
                blocks.add(place(story, change.after()) + 1, block(story, Objects.requireNonNull(change.block())));
            } else if ("headline".equals(change.set())) {
                headline = Objects.requireNonNull(change.text());
            } else if ("standfirst".equals(change.set())) {
                standfirst = change.text();
            } else {
                throw new IllegalArgumentException("A change of " + story.key() + " changes nothing.");
            }
        }
        TranslatedFrom from =
                later.translatedFrom() == null ? live.translatedFrom() : translated(later.translatedFrom());
        return new StoryContent(
                live.kind(),
                headline,
                standfirst,
                live.section(),
                live.byline(),
                live.dateline(),
                live.slug(),
                live.slugline(),
                live.urgency(),
                live.hero(),
                live.concepts(),
                new Body(blocks),
                live.related(),
                from,
                live.sources(),
                live.making(),
                live.publishedAt(),
                live.noteToEditors());
    }

    /// Where a block of the first version stands; changes of one act are written from the top down, replacements first.
    private static int place(SampleStory story, String id) {
        for (int at = 0; at < story.body().size(); at++) {
            if (story.body().get(at).id().equals(id)) {
                return at;
            }
        }
        throw new IllegalArgumentException(story.key() + " has no block " + id + ".");
    }

    private @Nullable PictureUse hero(SampleStory story) {
        SampleStory.Hero hero = story.hero();
        return hero == null ? null : new PictureUse(ids.picture(heroKey(story, hero)), hero.caption(), null);
    }

    SampleIds.PictureKey heroKey(SampleStory story, SampleStory.Hero hero) {
        return new SampleIds.PictureKey(
                story.edition(), hero.picture(), Boolean.TRUE.equals(hero.archive()) || archive(hero.picture()));
    }

    SampleIds.PictureKey illustrationKey(SampleStory story, String picture) {
        return new SampleIds.PictureKey(story.edition(), picture, archive(picture));
    }

    private boolean archive(String picture) {
        SampleNewsroom.Picture found = pictures.get(picture);
        return found != null && found.archive();
    }

    private Related related(SampleStory.Reading reading) {
        return new Related(reading.story() == null ? null : ids.story(reading.story()), reading.title());
    }

    private @Nullable TranslatedFrom translated(SampleStory.@Nullable Original original) {
        return original == null ? null : new TranslatedFrom(ids.story(original.story()), original.version());
    }

    private Block block(SampleStory story, SampleStory.Part part) {
        return switch (part.type()) {
            case "paragraph" -> {
                var text = LightText.read(said(part.text()));
                yield new Block.Paragraph("", text.plain(), text.marks());
            }
            case "heading" -> new Block.Heading("", said(part.text()), part.level() == null ? 2 : part.level());
            case "quote" -> {
                var text = LightText.read(said(part.text()));
                yield new Block.Quote("", text.plain(), text.marks(), part.attribution());
            }
            case "list" ->
                new Block.Items(
                        "",
                        Boolean.TRUE.equals(part.ordered()),
                        said(part.items()).stream().map(LightText::read).toList());
            case "picture" ->
                new Block.Illustration(
                        "", ids.picture(illustrationKey(story, said(part.picture()))), part.caption(), null);
            case "teaser" -> new Block.Teaser("", ids.story(said(part.story())), null, null);
            case "embed" -> new Block.Embed("", said(part.url()), said(part.title()), part.provider());
            case "table" -> new Block.Table("", part.caption(), said(part.columns()), said(part.rows()));
            case "question" -> {
                var text = LightText.read(said(part.text()));
                yield new Block.Question("", text.plain(), text.marks(), part.attribution());
            }
            case "correction" -> new Block.Correction("", said(part.text()), null);
            default -> throw new IllegalArgumentException("There is no block of type '" + part.type() + "'.");
        };
    }

    private static <T> T said(@Nullable T value) {
        return Objects.requireNonNull(value, "a block of the sample lacks a field of its type");
    }
}
