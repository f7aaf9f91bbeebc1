package press.rotative.wire;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Addresses;
import press.rotative.media.NewPicture;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Body;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Contribution;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.KeepPicture;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;

/// What one clipping writes inside an act: its capture, the story, all that the story names, and its publication.
final class FiledClipping {
    private static final Actor ACTOR = Actor.OPERATOR;

    private final Transaction transaction;
    private final PagePictures.Got got;
    private final Filing.Wishes wishes;

    FiledClipping(Transaction transaction, PagePictures.Got got, Filing.Wishes wishes) {
        this.got = got;
        this.transaction = transaction;
        this.wishes = wishes;
    }

    Imported file(Filing.Item item) {
        Capture capture = item.capture();
        Clipping clipping = item.clipping();
        var captures = new Captures(transaction.sql());
        if (!captures.known(Set.of(capture.digest())).isEmpty()) {
            return Imported.skipped(
                    capture.source(),
                    Import.sentence(capture.source(), "is here already: the same bytes were imported before."));
        }
        Optional<StoryId> before = clipping.canonical().flatMap(captures::storyOf);
        Edition edition =
                before.map(this::editionOf).orElseGet(() -> EditionChoice.of(transaction, wishes.edition(), clipping));
        StoryContent content = content(clipping, edition);
        StoryId story = before.orElseGet(
                () -> new CreateStory(ACTOR, edition.id(), content, ClippingOrigin.json(capture, clipping), true)
                        .perform(transaction)
                        .story());
        if (before.isPresent()) {
            new SaveDraft(ACTOR, story, null, content.withBody(withoutIds(content.body()))).perform(transaction);
        }
        Pictures.addBlob(
                transaction,
                capture.digest(),
                capture.bytes().length,
                item.clipping().foundIn().isEmpty() ? "text/plain" : "text/html");
        captures.keep(capture, clipping, story, transaction.now());
        clipping.canonical()
                .flatMap(OldAddress::path)
                .filter(path ->
                        OldAddress.free(path, new Editions(transaction.sql()).all(), new Addresses(transaction.sql())))
                .ifPresent(path -> Addresses.claimPath(transaction, path, story.subject()));
        return wishes.publish() ? published(item, edition, story) : filed(item, "", null);
    }

    private Imported published(Filing.Item item, Edition edition, StoryId story) {
        if (item.clipping().headline().isEmpty()) {
            return filed(item, "It is a draft and was not published: no headline was found. Write one.", null);
        }
        return switch (new PublishStory(ACTOR, story, null, null, true).perform(transaction)) {
            case Outcome.Live(StoryId id, int version, List<String> warnings) ->
                filed(item, String.join(" ", warnings), path(edition, id, version));
            case Outcome.Scheduled(StoryId id, int revision, Instant at) ->
                filed(item, "It becomes public at " + at + ".", null);
            case Outcome.Embargoed(StoryId id, int revision, Instant until) ->
                filed(item, "It is under embargo until " + until + ".", null);
            case Outcome.Refused(List<String> reasons) ->
                filed(item, "It is a draft and was not published. " + String.join(" ", reasons), null);
        };
    }

    private Imported filed(Filing.Item item, String reason, @Nullable String path) {
        String notes = String.join(" ", got.notes());
        return new Imported(
                item.capture().source(),
                Imported.Status.FILED,
                reason.isEmpty() || notes.isEmpty() ? reason + notes : reason + " " + notes,
                Optional.of(item.clipping()),
                Optional.ofNullable(path));
    }

    private Edition editionOf(StoryId story) {
        return new Editions(transaction.sql())
                .get(new Stories(transaction.sql()).get(story).edition());
    }

    /// Where the public reads the version.
    private @Nullable String path(Edition edition, StoryId id, int version) {
        var code = new Addresses(transaction.sql()).codeOf(id.subject());
        var live = new Stories(transaction.sql()).version(id, version);
        if (code.isEmpty() || live.isEmpty() || live.get().content() == null) {
            return null;
        }
        SectionId section = live.get().content().section();
        String middle = section == null
                ? "story"
                : new Sections(transaction.sql()).get(section).slug();
        return "/" + edition.code() + "/" + middle + "/" + live.get().content().slug() + "-" + code.get();
    }

    private StoryContent content(Clipping clipping, Edition edition) {
        Map<String, PictureId> pictures = pictures(clipping);
        return new StoryContent(
                StoryKind.ARTICLE,
                clipping.headline().orElse(""),
                clipping.standfirst().orElse(null),
                clipping.section().map(name -> section(edition, name)).orElse(null),
                clipping.byline().map(this::byline).orElse(List.of()),
                null,
                null,
                null,
                0,
                clipping.hero().map(hero -> use(hero)).orElse(null),
                clipping.concepts().stream()
                        .map(concept -> concept(edition, concept))
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
                        .orElse(null));
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
                new KeepPicture(ACTOR, fresh, ClippedBody.description(picture))
                        .perform(transaction)
                        .id();
        };
    }

    private SectionId section(Edition edition, String name) {
        return new Sections(transaction.sql())
                .named(edition.id(), name)
                .map(Section::id)
                .orElseGet(() -> new CreateSection(ACTOR, edition.id(), name, null).open(transaction));
    }

    private List<Contribution> byline(Clipping.Byline byline) {
        var authors = new Authors(transaction.sql());
        List<Contribution> contributions = new ArrayList<>();
        for (Clipping.Signature signature : byline.signatures()) {
            String name = signature.name();
            AuthorId id = authors.named(name).map(Author::id).orElseGet(() -> Authors.add(transaction, name, null)
                    .id());
            contributions.add(new Contribution(id, signature.role().orElse(null)));
        }
        return contributions;
    }

    private ConceptId concept(Edition edition, Clipping.Concept concept) {
        ConceptKind kind = kind(concept.kind());
        return new Concepts(transaction.sql())
                .named(kind, edition.language(), concept.name())
                .map(Concept::id)
                .orElseGet(() -> Concepts.add(transaction, kind, Map.of(edition.language(), concept.name()))
                        .id());
    }

    private static ConceptKind kind(Clipping.Kind kind) {
        return switch (kind) {
            case TOPIC -> ConceptKind.TOPIC;
            case PERSON -> ConceptKind.PERSON;
            case PLACE -> ConceptKind.PLACE;
            case ORGANISATION -> ConceptKind.ORGANISATION;
            case EVENT -> ConceptKind.EVENT;
        };
    }

    private static Body withoutIds(Body body) {
        return new Body(body.blocks().stream().map(block -> block.withId("")).toList());
    }
}
