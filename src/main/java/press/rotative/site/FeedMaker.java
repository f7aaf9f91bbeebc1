package press.rotative.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.media.PictureId;
import press.rotative.story.Block;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Corrections;
import press.rotative.story.LiveStory;
import press.rotative.story.StoryId;

/// Makes feeds: the newest stories of an edition, a section, a concept or an author in full, with credits, and the
/// corrections; all addresses absolute.
final class FeedMaker {
    private static final int ENTRIES = 30;

    private final Snapshot snapshot;
    private final Places places;
    private final Assets assets;

    FeedMaker(Snapshot snapshot, Places places, Assets assets) {
        this.snapshot = snapshot;
        this.places = places;
        this.assets = assets;
    }

    /// The newest of an edition.
    Feed feed(Voice voice) {
        List<LiveStory> stories = snapshot.latest(voice.edition().id(), ENTRIES);
        return feed(
                voice,
                voice.edition().name(),
                voice.description(),
                Places.front(voice.edition()),
                new Teased(voice, stories, true).entries(stories));
    }

    /// The newest of a section, a concept or an author. Teasers inside the stories are left out: with them, the feed
    /// of every list would change with stories that are not in it.
    Feed feed(Voice voice, Listed listed) {
        String heading = listed.heading(voice);
        String name = voice.edition().name();
        List<LiveStory> stories = listed.stories(snapshot, voice.edition(), null, ENTRIES);
        return feed(
                voice,
                heading + " | " + name,
                voice.words().say("list.description", heading, name),
                listed.path(voice.edition()),
                new Teased(voice, stories, false).entries(stories));
    }

    /// The newest corrections, each with its note; the link leads to the story as it now stands.
    Feed corrections(Voice voice) {
        Words words = voice.words();
        List<Corrections.Correction> corrections =
                snapshot.corrections(voice.edition().id(), null, ENTRIES);
        var teased = new Teased(
                voice,
                corrections.stream()
                        .map(Corrections.Correction::story)
                        .distinct()
                        .toList(),
                false);
        return feed(
                voice,
                words.say("corrections") + " | " + voice.edition().name(),
                words.say("corrections.stand"),
                Places.corrections(voice.edition()),
                corrections.stream().map(teased::correction).toList());
    }

    private Feed feed(Voice voice, String title, String description, String home, List<Feed.Entry> entries) {
        Instant updated = entries.stream()
                .map(Feed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Feed(
                title,
                description,
                places.whole(home),
                voice.edition().language(),
                places.whole(Brand.of(snapshot.house().look(voice.edition().id()), assets, places::whole)
                        .icon()
                        .address()),
                updated,
                entries);
    }

    /// Everything that the stories of a feed show, read in one go.
    private final class Teased implements BodyHtml.Target {
        private final Voice voice;
        private final boolean withTeasers;
        private final Map<StoryId, LiveStory> others;
        private final Map<String, StoryId> arrived;
        private final TeaserMaker teasers;
        private final FigureMaker figures;
        private final Map<ConceptId, Concept> concepts;

        /// @param withTeasers of other stories, where they stand in the text
        Teased(Voice voice, List<LiveStory> stories, boolean withTeasers) {
            this.voice = voice;
            this.withTeasers = withTeasers;
            List<String> titles = stories.stream()
                    .filter(story -> withTeasers)
                    .flatMap(story -> story.content().awaitedTitles().stream())
                    .toList();
            this.arrived = snapshot.arrived(voice.edition().id(), titles);
            Set<StoryId> ids = new HashSet<>(arrived.values());
            stories.stream()
                    .filter(story -> withTeasers)
                    .forEach(story -> ids.addAll(story.content().usedStories()));
            this.others = snapshot.stories(ids);
            var all = new ArrayList<>(stories);
            all.addAll(others.values());
            this.teasers = new TeaserMaker(snapshot, voice, all);
            Set<PictureId> pictures = new HashSet<>();
            Set<ConceptId> about = new HashSet<>();
            stories.forEach(story -> {
                pictures.addAll(story.content().pictures());
                about.addAll(story.content().concepts());
            });
            this.figures = new FigureMaker(snapshot, pictures);
            this.concepts = snapshot.concepts(about);
        }

        List<Feed.Entry> entries(List<LiveStory> stories) {
            return stories.stream().map(this::entry).toList();
        }

        /// The entry of a correction has an id of its own: readers of the story's feed see it as something new.
        Feed.Entry correction(Corrections.Correction corrected) {
            LiveStory story = corrected.story();
            String headline = story.content().headline();
            String url = places.whole(teasers.path(story));
            return new Feed.Entry(
                    story.uri() + "#correction-" + corrected.when().toEpochMilli(),
                    url,
                    voice.words().say("making.correction", headline),
                    corrected.note(),
                    "<p>" + BodyHtml.escaped(corrected.note()) + "</p>\n<p><a href=\"" + BodyHtml.escaped(url) + "\">"
                            + BodyHtml.escaped(headline) + "</a></p>\n",
                    List.of(),
                    List.of(),
                    corrected.when(),
                    corrected.when(),
                    null);
        }

        private Feed.Entry entry(LiveStory story) {
            var section = teasers.section(story);
            List<String> categories = new ArrayList<>();
            if (section != null) {
                categories.add(section.name());
            }
            story.content().concepts().stream()
                    .map(concepts::get)
                    .filter(Objects::nonNull)
                    .forEach(concept -> categories.add(
                            concept.label(voice.edition().language()).text()));
            String hero = figures.figure(story.content().hero(), Slot.PROSE, false) == null
                    ? ""
                    : figure(Objects.requireNonNull(
                            figures.figure(story.content().hero(), Slot.PROSE, false)));
            return new Feed.Entry(
                    story.uri(),
                    places.whole(teasers.path(story)),
                    story.content().headline(),
                    story.content().standfirst(),
                    hero + BodyHtml.of(story.content().body(), "", this),
                    teasers.names(story),
                    categories,
                    story.publishedAt(),
                    story.updatedAt(),
                    picture(story));
        }

        private Feed.@Nullable Picture picture(LiveStory story) {
            return figures.widest(story.content().hero())
                    .map(widest -> {
                        var use = Objects.requireNonNull(story.content().hero());
                        return new Feed.Picture(
                                places.whole(widest.path()),
                                widest.rendition().width(),
                                widest.rendition().height(),
                                use.caption() == null ? widest.picture().caption() : use.caption(),
                                FigureMaker.credit(widest.picture()),
                                use.alt() == null ? widest.picture().alt() : use.alt());
                    })
                    .orElse(null);
        }

        @Override
        public String text(String plain) {
            return plain;
        }

        @Override
        public String address(String href) {
            return href.startsWith("/") ? places.whole(href) : href;
        }

        @Override
        public String picture(Block.Illustration block) {
            Figure figure = figures.figure(block.picture(), block.caption(), block.alt(), Slot.PROSE, false);
            return figure == null ? "" : figure(figure);
        }

        private String figure(Figure figure) {
            var html = new StringBuilder("<figure>");
            Figure.Image image = figure.image();
            if (image == null) {
                html.append("<p>")
                        .append(BodyHtml.escaped(voice.words().say("picture.not.held")))
                        .append("</p>");
            } else {
                html.append("<img src=\"")
                        .append(BodyHtml.escaped(places.whole(image.src())))
                        .append("\" width=\"")
                        .append(image.width())
                        .append("\" height=\"")
                        .append(image.height())
                        .append("\" alt=\"")
                        .append(BodyHtml.escaped(image.alt()))
                        .append("\">");
            }
            var words = new ArrayList<String>();
            if (figure.archive()) {
                words.add("[" + voice.words().say("archive") + "]");
            }
            if (figure.caption() != null) {
                words.add(figure.caption());
            }
            if (figure.credit() != null) {
                words.add(figure.credit());
            }
            html.append("<figcaption>").append(BodyHtml.escaped(String.join(" ", words)));
            return html.append("</figcaption></figure>\n").toString();
        }

        @Override
        public String teaser(Block.Teaser block) {
            if (!withTeasers) {
                return "";
            }
            StoryId id = block.story() != null ? block.story() : arrived.get(Objects.requireNonNull(block.title()));
            LiveStory other = id == null ? null : others.get(id);
            String label = BodyHtml.escaped(voice.words().say("related"));
            if (other != null) {
                return "<p>" + label + " <a href=\"" + BodyHtml.escaped(places.whole(teasers.path(other))) + "\">"
                        + BodyHtml.escaped(other.content().headline()) + "</a></p>\n";
            }
            return block.title() == null ? "" : "<p>" + label + " " + BodyHtml.escaped(block.title()) + "</p>\n";
        }

        @Override
        public String correction(Block.Correction correction) {
            return "<p><b>" + BodyHtml.escaped(voice.words().say("correction")) + ".</b> "
                    + BodyHtml.escaped(correction.text()) + "</p>\n";
        }
    }
}
