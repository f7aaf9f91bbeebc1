package press.rotative.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.story.EditionId;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.UnlinkTranslation;
import press.rotative.story.acts.WithdrawFamily;
import press.rotative.story.acts.WithdrawStory;

/// What happens to translations and their originals on a walk.
final class WalkedTranslations {
    private final WalkedNewsroom newsroom;
    private final WalkedNames names;

    WalkedTranslations(WalkedNewsroom newsroom, WalkedNames names) {
        this.newsroom = newsroom;
        this.names = names;
    }

    private record Pair(StoryId translation, StoryId original) {}

    List<WalkStep> steps() {
        return List.of(
                new WalkStep("translate", 1, this::translate),
                new WalkStep("link a translation", 1, () -> link().toString()),
                new WalkStep("unlink a translation", 1, this::unlink),
                new WalkStep("link a draft with a public translation", 1, () -> linkDraft()
                        .toString()),
                new WalkStep("unlink a draft with a public translation", 1, this::unlinkDraft),
                new WalkStep("confirm a translation", 1, this::confirm),
                new WalkStep("withhold a family", 1, () -> withdraw(WithdrawStory.Kind.WITHHOLD)),
                new WalkStep("kill a family", 1, () -> withdraw(WithdrawStory.Kind.KILL)));
    }

    private String translate() {
        while (true) {
            StoryId original = newsroom.publishNew();
            Optional<EditionId> free = newsroom.editions.stream()
                    .filter(edition -> !newsroom.refusesTranslation(null, edition, original))
                    .findFirst();
            if (free.isPresent()) {
                return translate(original, free.get());
            }
        }
    }

    private String translate(StoryId original, EditionId edition) {
        StoryId translation = newsroom.perform(
                        new TranslateStory(Actor.OPERATOR, original, edition, newsroom.anySection(edition)))
                .story();
        String word = newsroom.word();
        rewrite(translation, edition, word);
        newsroom.filed(translation, edition, word);
        newsroom.usable.put(translation, word);
        return translation + " of " + original;
    }

    private void rewrite(StoryId id, EditionId edition, String word) {
        StoryContent content = newsroom.content(edition, word).withTranslatedFrom(newsroom.translates(id));
        newsroom.perform(new SaveDraft(Actor.OPERATOR, id, null, content));
        newsroom.perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
    }

    private Pair link() {
        while (true) {
            StoryId original = newsroom.publishNew();
            StoryId translation = newsroom.publishNew();
            if (!newsroom.refusesTranslation(translation, newsroom.editionOf.get(translation), original)) {
                newsroom.perform(new LinkTranslation(Actor.OPERATOR, translation, original, null));
                sameWords(translation);
                return new Pair(translation, original);
            }
        }
    }

    /// A new version says the same.
    private void sameWords(StoryId id) {
        newsroom.wordsOf.get(id).add(newsroom.usable.get(id));
    }

    private String unlink() {
        Pair pair = link();
        newsroom.perform(new UnlinkTranslation(Actor.OPERATOR, pair.translation()));
        sameWords(pair.translation());
        return pair.toString();
    }

    /// A draft that nobody reads comes between two stories that stood alone: what they say of each other changes.
    private Pair linkDraft() {
        if (newsroom.editions.size() < 3) {
            names.edition("en", false);
        }
        StoryId translation = alone(newsroom.editions);
        StoryId original = alone(newsroom.editions.stream()
                .filter(edition -> !edition.equals(newsroom.editionOf.get(translation)))
                .toList());
        EditionId between = newsroom.editions.stream()
                .filter(edition -> !edition.equals(newsroom.editionOf.get(translation))
                        && !edition.equals(newsroom.editionOf.get(original)))
                .findFirst()
                .orElseThrow();
        String word = newsroom.word();
        newsroom.gone.add(word);
        StoryContent content = newsroom.content(between, word).withTranslatedFrom(null);
        StoryId draft = newsroom.perform(new CreateStory(Actor.OPERATOR, between, content, null, false))
                .story();
        newsroom.perform(new LinkTranslation(Actor.OPERATOR, translation, draft, null));
        sameWords(translation);
        newsroom.perform(new LinkTranslation(Actor.OPERATOR, draft, original, null));
        return new Pair(draft, original);
    }

    /// A public story of one of these editions that has no translation, and that was there before where there is one.
    private StoryId alone(List<EditionId> editions) {
        var known = new ArrayList<>(newsroom.usable.keySet());
        Collections.shuffle(known, newsroom.random);
        while (true) {
            for (StoryId id : known) {
                if (editions.contains(newsroom.editionOf.get(id)) && family(id).size() == 1) {
                    return id;
                }
            }
            known.clear();
            known.add(newsroom.publishNew());
        }
    }

    private List<StoryId> family(StoryId id) {
        return newsroom.press.database().read(sql -> new Families(sql)
                .members(new Stories(sql).get(id)).stream().map(Story::id).toList());
    }

    private String unlinkDraft() {
        Pair pair = linkDraft();
        newsroom.perform(new UnlinkTranslation(Actor.OPERATOR, pair.translation()));
        return pair.toString();
    }

    private String confirm() {
        Pair pair = link();
        String word = newsroom.word();
        rewrite(pair.original(), newsroom.editionOf.get(pair.original()), word);
        newsroom.rewritten(pair.original(), word);
        int version = newsroom.press
                .database()
                .read(sql -> new Stories(sql).get(pair.original()))
                .lastVersion();
        newsroom.perform(new ConfirmTranslation(Actor.OPERATOR, pair.translation(), version));
        sameWords(pair.translation());
        return pair.toString();
    }

    private String withdraw(WithdrawStory.Kind kind) {
        Pair pair = link();
        List<WithdrawFamily.Member> members = family(pair.original()).stream()
                .filter(id -> newsroom.usable.containsKey(id) && !newsroom.expiring.contains(id))
                .map(id -> new WithdrawFamily.Member(id, "Retiré par la rédaction.", false))
                .toList();
        newsroom.perform(new WithdrawFamily(Actor.OPERATOR, pair.original(), kind, "essai", members, null));
        members.forEach(each -> newsroom.takenAway(each.story(), kind == WithdrawStory.Kind.WITHHOLD));
        return members.toString();
    }
}
