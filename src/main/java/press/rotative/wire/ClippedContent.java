package press.rotative.wire;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.media.NewPicture;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.Section;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.KeepPicture;
import press.rotative.wire.clipping.Clipping;

/// The content that a clipping makes inside an act, with all that it names: what is not here yet is added.
final class ClippedContent {
    private final Transaction transaction;
    private final Actor actor;
    private final ImportNames names;
    private final PagePictures.Got got;

    ClippedContent(Transaction transaction, Actor actor, ImportNames names, PagePictures.Got got) {
        this.transaction = transaction;
        this.actor = actor;
        this.names = names;
        this.got = got;
    }

    /// @param sectioned into the section that the clipping names
    StoryContent of(Clipping clipping, Edition edition, boolean sectioned) {
        Map<String, PictureId> pictures = pictures(clipping);
        return new StoryContent(
                StoryKind.ARTICLE,
                clipping.headline().orElse(""),
                clipping.standfirst().orElse(null),
                clipping.section()
                        .filter(name -> sectioned)
                        .flatMap(name -> names.section(edition, name))
                        .map(Section::id)
                        .orElse(null),
                clipping.byline().map(this::byline).orElse(List.of()),
                null,
                null,
                null,
                0,
                clipping.hero().map(hero -> use(hero)).orElse(null),
                clipping.concepts().stream()
                        .map(concept -> names.concept(edition, concept))
                        .toList(),
                ClippedBody.of(clipping, pictures),
                clipping.related().stream()
                        .map(title -> new Related(null, title))
                        .toList(),
                null,
                List.of(),
                null,
                clipping.published()
                        .map(dated -> dated.date()
                                .atTime(dated.time().orElse(LocalTime.MIDNIGHT))
                                .atZone(dated.zone().orElse(edition.timeZone()))
                                .toInstant()
                                .toEpochMilli())
                        .orElse(null),
                null);
    }

    /// The words of the page go with the use: a picture that is here already keeps its own.
    private PictureUse use(Clipping.Picture hero) {
        boolean held = hero.file().filter(got.files()::containsKey).isPresent();
        return new PictureUse(
                picture(hero),
                held ? hero.caption().orElse(null) : null,
                held ? hero.alt().orElse(null) : null);
    }

    private Map<String, PictureId> pictures(Clipping clipping) {
        Map<String, PictureId> pictures = new HashMap<>();
        for (Clipping.Block block : clipping.blocks()) {
            if (block instanceof Clipping.PictureBlock shown) {
                pictures.put(shown.id(), picture(shown.picture()));
            } else if (block instanceof Clipping.Teaser teaser
                    && teaser.credit().isPresent()) {
                pictures.put(
                        teaser.id(),
                        picture(Clipping.Picture.described(
                                Optional.empty(), teaser.credit(), teaser.creditDetail(), teaser.archive())));
            }
        }
        return pictures;
    }

    /// The picture with its file, when that was got; else its words alone.
    private PictureId picture(Clipping.Picture picture) {
        var taken = picture.file().map(got.files()::get);
        if (taken.isEmpty()) {
            return Pictures.addWithoutFile(transaction, ClippedBody.description(picture));
        }
        return switch (taken.get()) {
            case Taken.Known(Picture known) -> known.id();
            case Taken.Fresh(NewPicture fresh) ->
                new KeepPicture(actor, fresh, ClippedBody.description(picture))
                        .perform(transaction)
                        .id();
        };
    }

    private List<Contribution> byline(Clipping.Byline byline) {
        List<Contribution> contributions = new ArrayList<>();
        for (Clipping.Signature signature : byline.signatures()) {
            contributions.add(new Contribution(
                    names.author(signature.name()), signature.role().orElse(null)));
        }
        return contributions;
    }
}
