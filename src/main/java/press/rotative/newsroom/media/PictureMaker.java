package press.rotative.newsroom.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rendition;
import press.rotative.media.Shape;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.CardMaker;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.search.StaffQuestion;
import press.rotative.search.StaffSearch;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;

/// Makes the page of one picture out of one snapshot.
final class PictureMaker {
    private static final int MOST_USES = 20;

    private final DSLContext sql;
    private final StaffSearch search;
    private final Shell shell;
    private final Actor actor;
    private final Instant now;
    private final List<Edition> editions;

    PictureMaker(DSLContext sql, StaffSearch search, Shell shell, Actor actor, Instant now) {
        this.sql = sql;
        this.search = search;
        this.shell = shell;
        this.actor = actor;
        this.now = now;
        this.editions = new Editions(sql).all();
    }

    PicturePage page(PictureId id) {
        Picture picture = new Pictures(sql).get(id);
        Optional<List<StoryId>> found = users(id);
        List<StoryId> users = found.orElse(List.of());
        return new PicturePage(
                shell,
                PictureCard.of(picture, shell.words(), shell.dates(), now),
                facts(picture),
                shown(picture),
                crops(picture),
                used(users.stream().limit(MOST_USES).toList()),
                users.size() > MOST_USES,
                found.isPresent(),
                picture.destroyedAt() == null
                        ? null
                        : shell.say(
                                "media.destroyed.on",
                                shell.dates()
                                        .stampWithTime(picture.destroyedAt())
                                        .words()),
                picture.destroyed() || !Policy.allowsSomewhere(actor, Power.DESTROY_PICTURE)
                        ? null
                        : LibraryQuery.PATH + "/" + id.value() + "/destruction",
                !picture.destroyed() && Policy.allowsSomewhere(actor, Power.EDIT_PICTURE),
                Editions.timeZone(editions).getId());
    }

    /// @return empty: the index cannot be asked just now
    private Optional<List<StoryId>> users(PictureId id) {
        List<StaffQuestion.Place> places = editions.stream()
                .map(each -> new StaffQuestion.Place(each.id(), each.language()))
                .toList();
        try {
            return Optional.of(search.find(StaffQuestion.showing(actor, places, id, MOST_USES + 1))
                    .ids());
        } catch (Problem problem) {
            if (problem.category() != Problem.Category.OVERLOADED) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private List<StoryCard> used(List<StoryId> users) {
        Map<StoryId, DeskList.Row> rows = new DeskList(sql, actor).find(users);
        var cards = new CardMaker(sql, shell.words(), shell.dates(), now, editions);
        return List.copyOf(cards.cards(
                        users.stream().filter(rows::containsKey).map(rows::get).toList())
                .values());
    }

    private List<PicturePage.Fact> facts(Picture picture) {
        Words words = shell.words();
        var facts = new ArrayList<PicturePage.Fact>();
        facts.add(new PicturePage.Fact(
                words.say("media.fact.number"), Long.toString(picture.id().value())));
        if (picture.width() != null && picture.height() != null) {
            facts.add(new PicturePage.Fact(
                    words.say("media.fact.size"),
                    words.number(picture.width()) + " × " + words.number(picture.height())));
        }
        facts.add(new PicturePage.Fact(
                words.say("media.fact.public"), words.say(picture.shown() ? "media.shown" : "media.never.shown")));
        return facts;
    }

    private static PictureCard.@Nullable Size shown(Picture picture) {
        PictureCard.Size smallest = PictureCard.smallest(picture, Shape.WHOLE);
        return smallest == null
                ? null
                : new PictureCard.Size(smallest.src(), DescriptionForm.SHOWN, DescriptionForm.height(picture));
    }

    private List<PicturePage.Crop> crops(Picture picture) {
        var crops = new ArrayList<PicturePage.Crop>();
        for (Shape shape : List.of(Shape.THREE_BY_TWO, Shape.TWO_BY_ONE)) {
            List<Rendition> sizes = Rendition.of(picture, shape);
            if (!sizes.isEmpty()) {
                crops.add(new PicturePage.Crop(
                        shape == Shape.THREE_BY_TWO ? "3:2" : "2:1", PictureCard.size(picture, sizes.getFirst())));
            }
        }
        return crops;
    }
}
