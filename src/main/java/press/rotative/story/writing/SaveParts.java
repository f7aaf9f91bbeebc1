package press.rotative.story.writing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.SaveDraft;

/// Saves what a writer did since the last save: part by part, each with what they began from, so that it is put
/// together with what others did meanwhile. Nothing is refused because somebody was faster.
///
/// A save sent again with its key is done once. A new block has an id that its writer made up: `n` and 15 to 39
/// letters `a` to `z` or digits, at random.
///
/// @param saveKey the writer's own name for this save, 8 to 40 letters, digits or hyphens
/// @param seen the state that the writer saw last, as the answer before told it; empty: none
public record SaveParts(Actor actor, StoryId story, String saveKey, String seen, List<PartChange> changes)
        implements Act<Standing> {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,40}");
    private static final Pattern COINED = Pattern.compile("n[a-z0-9]{15,39}");
    private static final int MOST = 2100;

    public SaveParts {
        changes = List.copyOf(changes);
        if (!KEY.matcher(saveKey).matches()) {
            throw Problem.invalid("A save has a key of 8 to 40 letters, digits or hyphens.");
        }
        if (changes.size() > MOST) {
            throw Problem.invalid("A save holds at most " + MOST + " changes. Save in parts.");
        }
    }

    @Override
    public Standing perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        stories.lockFor(actor, Power.WRITE_STORY, story);
        var journal = new Journal(transaction.sql());
        if (journal.withKey(story, saveKey).isEmpty()) {
            save(transaction, stories, journal);
        }
        Set<String> sent = changes.stream().map(PartChange::part).collect(Collectors.toSet());
        return Standing.of(transaction.sql(), story, seen, sent);
    }

    private void save(Transaction transaction, Stories stories, Journal journal) {
        StoryContent before = Standing.text(stories, story);
        Parts parts = Parts.of(before);
        changes.forEach(change -> apply(transaction, before, parts, change));
        parts.arrange(order(parts));
        StoryContent after = parts.whole();
        String tag = journal.tag(story);
        if (!after.equals(before)) {
            new SaveDraft(actor, story, null, after, coined(journal)).perform(transaction);
        }
        Journal.append(transaction, story, saveKey, actor.staffId(), tag, journal.tag(story), changes, after, null);
    }

    private void apply(Transaction transaction, StoryContent before, Parts parts, PartChange change) {
        if (change.part().equals(Parts.ORDER)) {
            return;
        }
        var theirs = parts.get(change.part());
        switch (PartMerge.of(change, theirs)) {
            case PartMerge.Merged.Taken taken -> {
                if (breaks(before, change, theirs, taken.value())) {
                    Conflicts.keep(transaction, story, actor.staffId(), change, theirs);
                } else {
                    parts.put(change.part(), taken.value());
                }
            }
            case PartMerge.Merged.Both both -> Conflicts.keep(transaction, story, actor.staffId(), change, theirs);
        }
    }

    /// Two texts that keep the rules can be too long when they are put together.
    private static boolean breaks(
            StoryContent before, PartChange change, @Nullable JsonNode theirs, @Nullable JsonNode both) {
        return both != null
                && !both.equals(theirs)
                && !both.equals(change.mine())
                && !Parts.fits(before, change.part(), both);
    }

    /// After all blocks are there or gone.
    private List<String> order(Parts parts) {
        return changes.stream()
                .filter(change -> change.part().equals(Parts.ORDER))
                .findFirst()
                .map(change ->
                        OrderMerge.of(PartChange.ids(change.base()), PartChange.ids(change.mine()), parts.order()))
                .orElse(parts.order());
    }

    /// Ids of new blocks, of blocks that somebody took out while this writer wrote in them, and of blocks that the
    /// writer took out and brings back.
    private Set<String> coined(Journal journal) {
        var coined = new HashSet<String>();
        changes.stream()
                .filter(change -> change.ofBlock()
                        && change.mine() != null
                        && (change.base() != null
                                || COINED.matcher(change.blockId()).matches()
                                || journal.knows(story, change.blockId())))
                .forEach(change -> coined.add(change.blockId()));
        return coined;
    }
}
