package press.rotative.story.acts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Families;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.WithdrawStory.Kind;

/// Withholds or kills a story and its translations, all at one moment or none. Of a member that waits for its first
/// publication the plan is taken back, so that it does not come out after the others are gone.
///
/// @param story any member of the family
/// @param reason for the newsroom only
/// @param members those that are taken away, at least one; each is asked of the policy by itself
/// @param seen the members that were looked at; where the public reads or will read another one, nothing is done; null:
///     nobody looked
public record WithdrawFamily(
        Actor actor,
        StoryId story,
        Kind kind,
        String reason,
        List<Member> members,
        @Nullable Set<StoryId> seen) implements Act<List<Story>> {

    /// @param notice what the public reads in place of a killed story, in the language of its edition
    /// @param titled the notice names the title
    public record Member(StoryId story, @Nullable String notice, boolean titled) {}

    public WithdrawFamily {
        members = members.stream()
                .sorted(Comparator.comparingLong(member -> member.story().value()))
                .toList();
        if (members.isEmpty()) {
            throw Problem.invalid("Name the stories of the family that are taken away.")
                    .as("family.refused.none");
        }
        var named = new HashSet<StoryId>();
        if (members.stream().anyMatch(member -> !named.add(member.story()))) {
            throw Problem.invalid("A story of the family is named twice.");
        }
    }

    /// @return the members that were named, as they stand now
    @Override
    public List<Story> perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story one = stories.get(story);
        stories.require(actor, Power.READ_STORIES, one);
        var families = new Families(transaction.sql());
        families.lock(List.of(story));
        List<Story> family = families.members(stories.get(story));
        checkSeen(family);
        var taken = new ArrayList<Story>();
        for (Member member : members) {
            Story before = family.stream()
                    .filter(each -> each.id().equals(member.story()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("Story " + member.story().value() + " is not of this family.")
                            .as(
                                    "family.refused.stranger",
                                    Long.toString(member.story().value())));
            try {
                stories.require(actor, kind.power(), before);
                taken.add(take(transaction, member, before));
            } catch (Problem refused) {
                throw named(member, refused);
            }
        }
        return taken;
    }

    private void checkSeen(List<Story> family) {
        if (seen != null && family.stream().anyMatch(each -> canBeTaken(each, kind) && !seen.contains(each.id()))) {
            throw new Problem(
                            Problem.Category.CHANGED,
                            "Another translation became public or was planned meanwhile. Look at the family again.")
                    .as("family.refused.grew");
        }
    }

    /// Whether there is something to take away: the public reads it or will read it, or a kill makes final that it does
    /// not.
    public static boolean canBeTaken(Story story, Kind kind) {
        return story.pubStatus() == null
                ? story.plan() != null
                : kind.refusal(story).isEmpty();
    }

    private Story take(Transaction transaction, Member member, Story before) {
        if (before.pubStatus() == null && before.plan() != null) {
            return new UnschedulePublication(actor, before.id()).perform(transaction);
        }
        return new WithdrawStory(actor, before.id(), kind, reason, member.notice(), member.titled())
                .perform(transaction);
    }

    private static Problem named(Member member, Problem refused) {
        String sentence = "Story " + member.story().value() + ": " + refused.sentence();
        var named = new Problem(refused.category(), sentence, refused);
        return refused.phrase()
                .map(phrase -> named.as(phrase.key(), phrase.arguments().toArray()))
                .orElse(named);
    }
}
