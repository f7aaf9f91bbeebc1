package press.rotative.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeSlug;
import press.rotative.story.acts.CloseVersion;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.archive.ArchiveStory;
import press.rotative.story.archive.PublishArchive;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.Imported;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// What happens to stories on a walk.
final class WalkedStories {
    private final WalkedNewsroom newsroom;

    WalkedStories(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("publish", 6, () -> newsroom.publishNew().toString()),
                new WalkStep("update", 2, this::update),
                new WalkStep("correct", 1, this::correct),
                new WalkStep("withhold", 1, this::withhold),
                new WalkStep("release", 1, this::release),
                new WalkStep("kill", 1, this::kill),
                new WalkStep("move", 1, this::move),
                new WalkStep("change slug", 1, this::changeSlug),
                new WalkStep("close a version", 2, this::closeVersion),
                new WalkStep("open a version", 1, this::openVersion),
                new WalkStep("destroy a version", 1, this::destroyVersion),
                new WalkStep("publish an archive", 1, this::publishArchive),
                new WalkStep("file captures", 1, this::fileCaptures));
    }

    private String update() {
        StoryId id = newsroom.someUsable();
        String word = rewrite(id);
        newsroom.perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        newsroom.rewritten(id, word);
        return id.toString();
    }

    private String correct() {
        StoryId id = newsroom.someUsable();
        String word = rewrite(id);
        newsroom.perform(new CorrectStory(Actor.OPERATOR, id, null, "Le mot juste est là."));
        newsroom.rewritten(id, word);
        return id.toString();
    }

    private String rewrite(StoryId id) {
        String word = newsroom.word();
        StoryContent content = newsroom.content(newsroom.editionOf.get(id), word);
        newsroom.perform(new SaveDraft(Actor.OPERATOR, id, null, content.withTranslatedFrom(newsroom.translates(id))));
        return word;
    }

    private String withhold() {
        StoryId id = newsroom.someLasting();
        withdraw(id, WithdrawStory.Kind.WITHHOLD);
        newsroom.takenAway(id, true);
        return id.toString();
    }

    private String kill() {
        StoryId id = newsroom.someLasting();
        withdraw(id, WithdrawStory.Kind.KILL);
        newsroom.takenAway(id, false);
        return id.toString();
    }

    private void withdraw(StoryId id, WithdrawStory.Kind kind) {
        newsroom.perform(
                new WithdrawStory(Actor.OPERATOR, id, kind, "essai", "Article retiré par la rédaction.", false));
    }

    private String release() {
        StoryId id = newsroom.some(newsroom.withheld, this::withhold);
        newsroom.perform(new ReleaseStory(Actor.OPERATOR, id));
        newsroom.cameBack(id, newsroom.withheld);
        return id.toString();
    }

    private String move() {
        StoryId id = newsroom.someUsable();
        newsroom.perform(new MoveStory(Actor.OPERATOR, id, newsroom.anySection(newsroom.editionOf.get(id))));
        return id.toString();
    }

    private String changeSlug() {
        StoryId id = newsroom.someUsable();
        newsroom.perform(new ChangeSlug(Actor.OPERATOR, id, "adresse-" + newsroom.number()));
        return id.toString();
    }

    private String closeVersion() {
        StoryId id = newsroom.someUsable();
        int version = 1 + newsroom.random.nextInt(newsroom.wordsOf.get(id).size());
        close(id, version);
        return version + " of " + id;
    }

    /// One that was closed, or is closed for it.
    private String openVersion() {
        StoryId id = newsroom.someUsable();
        List<String> said = newsroom.wordsOf.get(id);
        int version = 1;
        while (version < said.size() && !newsroom.closed.contains(said.get(version - 1))) {
            version++;
        }
        close(id, version);
        newsroom.perform(new CloseVersion(Actor.OPERATOR, id, version, false, null));
        newsroom.closed.remove(said.get(version - 1));
        return version + " of " + id;
    }

    private void close(StoryId id, int version) {
        newsroom.perform(new CloseVersion(Actor.OPERATOR, id, version, true, "essai"));
        newsroom.closed.add(newsroom.wordsOf.get(id).get(version - 1));
    }

    /// One that was replaced and still has its text.
    private String destroyVersion() {
        StoryId id = newsroom.someUsable();
        List<String> said = newsroom.wordsOf.get(id);
        int version = said.size();
        while (--version > 0 && newsroom.destroyed.contains(said.get(version - 1))) {
            // an older one, then
        }
        if (version == 0) {
            version = said.size();
            String word = rewrite(id);
            newsroom.perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
            newsroom.rewritten(id, word);
        }
        newsroom.perform(new DestroyVersion(Actor.OPERATOR, id, version, "essai"));
        newsroom.destroyed.add(said.get(version - 1));
        return version + " of " + id;
    }

    private String publishArchive() {
        EditionId edition = newsroom.any(newsroom.editions);
        var words = List.of(newsroom.word(), newsroom.word());
        var stories = words.stream()
                .map(word -> ArchiveStory.of(edition, newsroom.content(edition, word), null))
                .toList();
        List<StoryId> ids = newsroom.perform(new PublishArchive(Actor.OPERATOR, stories)).stream()
                .map(PublishArchive.Filed::id)
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            newsroom.filed(ids.get(i), edition, words.get(i));
            newsroom.usable.put(ids.get(i), words.get(i));
        }
        return ids.toString();
    }

    /// Captures become stories without a number that is told, so they are never rewritten; they stay.
    private String fileCaptures() {
        String word = newsroom.word();
        String text = """
                Radio Brume

                Les bateaux du %s rentrent au port de Valmer

                Économie

                Le port commande trois bateaux à un chantier voisin, une première depuis dix ans, selon la coopérative.

                Le contrat a été signé lundi dans la halle aux poissons. Les coques sortiront du chantier en mars.

                Tags: pêche, criée
                Règles de conduite
                Discussion
                """.formatted(word);
        var filed = new ArrayList<Imported>();
        var filing = new StoryFiling(
                newsroom.press.acts(), newsroom.press.database(), newsroom.press.blobs(), PagePictures.none());
        new Import(filing)
                .run(
                        List.of(new ImportSource(
                                        word, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                                .iterator(),
                        new Filing.Wishes(Optional.of("fr"), true),
                        filed::add);
        newsroom.unforeseen = true;
        Imported imported = filed.getFirst();
        if (imported.status() != Imported.Status.FILED || imported.path().isEmpty()) {
            throw new AssertionError("the capture was not published: " + imported);
        }
        return Map.of(word, imported.path().get()).toString();
    }
}
