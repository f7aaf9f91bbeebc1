package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.DoubtCount;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.StoryJson;
import press.rotative.story.Workflow;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.CountDoubts;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.KeepAccounts;
import press.rotative.story.acts.OpenPreview;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.story.acts.RevokePreview;
import press.rotative.story.acts.SharePreview;
import press.rotative.story.acts.TakeInStory;
import press.rotative.story.writing.Conflicts;
import press.rotative.story.writing.NameVersion;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Presence;
import press.rotative.story.writing.ResolveConflict;
import press.rotative.story.writing.SaveParts;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.AccountFile;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.SettleConcept;
import press.rotative.wire.account.SettleDoubt;
import press.rotative.wire.account.SettleLine;
import press.rotative.wire.clipping.LossLedger;

/// What people do in the newsroom on a walk before anything of it is public: none of it may be seen.
final class WalkedWriters {
    private final WalkedNewsroom newsroom;

    WalkedWriters(WalkedNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("assign", 1, this::assign),
                new WalkStep("open and close", 1, this::openAndClose),
                new WalkStep("two write", 1, this::twoWrite),
                new WalkStep("hand on", 1, this::handOn),
                new WalkStep("share a preview", 1, this::sharePreview),
                new WalkStep("import into the inbox", 1, this::importIntoInbox));
    }

    private String assign() {
        StoryId id = newsroom.someUsable();
        newsroom.perform(new AssignStory(Actor.OPERATOR, id, Set.of()));
        return id.toString();
    }

    private String openAndClose() {
        StoryId id = newsroom.someUsable();
        String window = "window" + newsroom.number();
        newsroom.perform(new Presence.Announce(Actor.OPERATOR, id, window, "headline"));
        newsroom.perform(new Presence.Leave(Actor.OPERATOR, id, window));
        return id.toString();
    }

    private String handOn() {
        StoryId id = newsroom.someUsable();
        save(id, "Titre " + newsroom.usable.get(id));
        newsroom.perform(new HandOnStory(Actor.OPERATOR, id, null, Workflow.IN_REVIEW));
        newsroom.perform(new HandOnStory(Actor.OPERATOR, id, null, Workflow.DRAFT));
        return id.toString();
    }

    /// Who has the link sees the draft; the public does not, while it holds and after.
    private String sharePreview() {
        StoryId id = newsroom.someUsable();
        save(id, "Titre " + newsroom.usable.get(id));
        var share = new SharePreview(
                Actor.OPERATOR, id, 0, "a-secret-of-the-walk-" + newsroom.number(), Duration.ofDays(2));
        long link = newsroom.perform(share);
        newsroom.perform(new OpenPreview(link));
        newsroom.perform(new RevokePreview(Actor.OPERATOR, id, link));
        return id.toString();
    }

    /// What waits in the wire inbox, is settled, discarded, brought back and taken in is seen by nobody outside.
    private String importIntoInbox() {
        String word = newsroom.word();
        newsroom.gone.add(word);
        var edition =
                newsroom.press.database().read(sql -> new Editions(sql).all().getFirst());
        var content = StoryJson.read("{\"headline\":\"Titre " + word
                + "\",\"body\":[{\"type\":\"paragraph\",\"id\":\"b1\",\"text\":\"Texte.\"}]}");
        StoryId id = newsroom.perform(new ReceiveStory(
                        Actor.OPERATOR, edition.id(), content, null, "afp.example", new DoubtCount.Doubts(1, 0)))
                .story();
        var line = new Account.Line("Une ligne", LossLedger.Fate.UNKNOWN, null, false);
        String place = "Quai " + newsroom.number();
        var found = new Account.Found(place, "place", 0.3, List.of());
        var account =
                new Account("walk", false, null, List.of(), List.of(found), 0, 0, 0, 0, List.of(), List.of(line), 0);
        String capture = Digest.of(word);
        ConceptId concept = newsroom.perform(
                        new CreateConcept(Actor.OPERATOR, ConceptKind.PLACE, Map.of(edition.language(), place)))
                .id();
        newsroom.perform(new KeepAccounts(
                Actor.OPERATOR,
                List.of(new StoryImports.Account(
                        capture, "walk", id, List.of(concept), java.util.Map.of(), AccountFile.write(account), null))));
        newsroom.perform(new SettleLine(Actor.OPERATOR, id, capture, 0, Decisions.Choice.PARAGRAPH, null));
        newsroom.perform(new SettleConcept(Actor.OPERATOR, id, capture, 0, new SettleConcept.Wish.Drop()));
        newsroom.perform(new SettleDoubt(Actor.OPERATOR, id, capture, ""));
        newsroom.perform(new CountDoubts(Actor.OPERATOR, id, new DoubtCount.Doubts(0, 0)));
        newsroom.perform(new DiscardStory(Actor.OPERATOR, id, "Rien de neuf"));
        newsroom.perform(new BringBackStory(Actor.OPERATOR, id));
        newsroom.perform(new TakeInStory(Actor.OPERATOR, id, Set.of()));
        return id.toString();
    }

    /// The same words, so that both stand beside each other until somebody decides.
    private String twoWrite() {
        StoryId id = newsroom.someUsable();
        String base = "Titre " + newsroom.usable.get(id);
        save(id, base);
        save(id, base);
        List<Conflicts.Conflict> open = newsroom.press.database().read(sql -> new Conflicts(sql).open(id));
        assertFalse(open.isEmpty(), "two who write the same words differ");
        assertTrue(newsroom.perform(
                new ResolveConflict(Actor.OPERATOR, id, open.getFirst().id())));
        newsroom.perform(new NameVersion(Actor.OPERATOR, id, "Avant relecture", "name-" + newsroom.number() + "-key"));
        return id.toString();
    }

    private void save(StoryId id, String base) {
        String word = newsroom.word();
        newsroom.gone.add(word);
        newsroom.perform(new SaveParts(
                Actor.OPERATOR,
                id,
                "save-" + newsroom.number() + "-key",
                "",
                List.of(new PartChange("headline", TextNode.valueOf(base), TextNode.valueOf("Titre " + word)))));
    }
}
