package press.rotative.site;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.language.FrenchTypography;
import press.rotative.language.Moment;
import press.rotative.media.PictureId;
import press.rotative.site.TeaserMaker.Telling;
import press.rotative.story.Block;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.Related;
import press.rotative.story.StoryId;

/// What a story's page shows of other stories and of pictures, read in one go.
final class StorySurroundings {
    private static final int RELATED = 4;

    private final Voice voice;
    private final LiveStory story;
    private final Map<StoryId, LiveStory> others;
    private final Map<String, StoryId> arrived;
    private final List<LiveStory> alike;
    private final TeaserMaker teasers;
    private final FigureMaker figures;
    private final Map<EditionId, Edition> editions = new HashMap<>();

    StorySurroundings(Snapshot snapshot, Voice voice, LiveStory story) {
        this.voice = voice;
        this.story = story;
        this.arrived = snapshot.arrived(story.edition(), story.content().awaitedTitles());
        Set<StoryId> ids = new LinkedHashSet<>(story.content().usedStories());
        ids.addAll(arrived.values());
        ids.remove(story.id());
        this.others = snapshot.stories(ids);
        this.alike = alike(snapshot);
        var all = new ArrayList<>(others.values());
        all.addAll(alike);
        all.add(story);
        this.teasers = new TeaserMaker(snapshot, voice, all);
        this.figures = new FigureMaker(snapshot, story.content().pictures());
        snapshot.editions().forEach(edition -> editions.put(edition.id(), edition));
    }

    /// Fills what was picked by hand up to [#RELATED], with stories that the page does not show already.
    private List<LiveStory> alike(Snapshot snapshot) {
        long picked = story.content().related().stream()
                .filter(each -> each.title() != null || others.containsKey(each.story()))
                .count();
        return picked >= RELATED ? List.of() : snapshot.related(story, others.keySet(), (int) (RELATED - picked));
    }

    TeaserMaker teasers() {
        return teasers;
    }

    FigureMaker figures() {
        return figures;
    }

    Edition edition(LiveStory other) {
        return Objects.requireNonNull(editions.get(other.edition()));
    }

    /// Also for members of the family, which are not among the teased.
    String path(LiveStory other) {
        return teasers.path(other);
    }

    Teaser teaser(Block.Teaser block) {
        LiveStory other = block.story() != null ? others.get(block.story()) : waited(block.title());
        if (other != null) {
            return teasers.teaser(other, Teaser.Shape.ROW, 2, Telling.FULL, Slot.INSET, false);
        }
        PictureId picture = block.picture();
        Figure figure = picture == null ? null : figures.figure(picture, null, null, Slot.INSET, false);
        return new Teaser(
                Teaser.Shape.ROW,
                2,
                null,
                null,
                Piece.plain(title(block)),
                null,
                figure == null ? null : figure.withoutCaption(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /// True when there is nothing to show: the teased story is gone and had no title of its own here.
    boolean gone(Block.Teaser block) {
        return block.title() == null && block.story() != null && !others.containsKey(block.story());
    }

    private static String title(Block.Teaser block) {
        return Objects.requireNonNull(block.title());
    }

    private @Nullable LiveStory waited(@Nullable String title) {
        StoryId id = title == null ? null : arrived.get(title);
        return id == null ? null : others.get(id);
    }

    List<Teaser> related() {
        var related = new ArrayList<Teaser>();
        for (Related each : story.content().related()) {
            LiveStory other = each.story() != null ? others.get(each.story()) : waited(each.title());
            if (other != null) {
                related.add(teasers.teaser(other, Teaser.Shape.PLAIN, 3, Telling.SIDE, Slot.SIDE, false));
            } else if (each.title() != null) {
                related.add(Teaser.titleOnly(each.title()));
            }
        }
        alike.forEach(
                other -> related.add(teasers.teaser(other, Teaser.Shape.PLAIN, 3, Telling.SIDE, Slot.SIDE, false)));
        return related;
    }

    /// The body as this page shows it.
    Content body() {
        String dateline = story.content().dateline();
        String opening = dateline == null
                ? ""
                : "<span class=\"dl\">"
                        + BodyHtml.escaped(dateline.toUpperCase(voice.tongue().locale())) + ".</span> ";
        String html = BodyHtml.of(story.content().body(), opening, new OnThePage());
        return output -> output.writeContent(html);
    }

    private final class OnThePage implements BodyHtml.Target {
        @Override
        public String text(String plain) {
            return voice.words().french() ? FrenchTypography.set(plain) : plain;
        }

        @Override
        public String address(String href) {
            return href;
        }

        @Override
        public String picture(Block.Illustration picture) {
            Figure figure = figures.figure(picture.picture(), picture.caption(), picture.alt(), Slot.PROSE, false);
            return figure == null ? "" : Templates.fragment(voice.words(), figure);
        }

        @Override
        public String teaser(Block.Teaser block) {
            return gone(block) ? "" : Templates.fragment(voice.words(), StorySurroundings.this.teaser(block));
        }

        @Override
        public String correction(Block.Correction correction) {
            Moment when =
                    correction.at() == null ? null : voice.dates().dateAndTime(Instant.ofEpochMilli(correction.at()));
            return Templates.fragment(voice.words(), when, correction.text());
        }
    }
}
