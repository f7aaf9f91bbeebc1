package press.rotative.newsroom.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.publication.Publication;
import press.rotative.site.Foresight;
import press.rotative.story.Edition;
import press.rotative.story.Families;
import press.rotative.story.NewestTexts;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.Foreseen;
import press.rotative.story.acts.WithdrawFamily;
import press.rotative.story.acts.WithdrawStory;

/// Makes the page of a decision about a whole family, and the one that says what came of it.
final class FamilyDeedMaker {
    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Instant now;
    private final FamilyDeed deed;
    private final Story story;
    private final FamilyMaker family;
    private final List<Story> members;
    private final Map<StoryId, NewestTexts.Newest> texts;

    /// @throws press.rotative.platform.Problem NOT_FOUND for a story that the actor may not read
    FamilyDeedMaker(DSLContext sql, Shell shell, Actor actor, Instant now, FamilyDeed deed, StoryId id) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.now = now;
        this.deed = deed;
        var stories = new Stories(sql);
        this.story = stories.get(id);
        stories.require(actor, Power.READ_STORIES, story);
        this.family = new FamilyMaker(sql, words, actor);
        this.members = family.inOrder(new Families(sql).members(story));
        this.texts = new NewestTexts(sql).of(members.stream().map(Story::id).toList());
    }

    private record Named(String headline, Edition edition) {}

    private Named named(Story member) {
        return new Named(family.headline(member, texts.get(member.id())), family.edition(member));
    }

    /// @param sent whether the form was sent already
    FamilyDeedPage page(Form form, boolean sent) {
        var chosen = new ArrayList<FamilyDeedPage.Member>();
        var others = new ArrayList<FamilyDeedPage.Other>();
        var seen = new ArrayList<String>();
        for (Story member : members) {
            boolean can = WithdrawFamily.canBeTaken(member, deed.kind());
            if (can) {
                seen.add(Long.toString(member.id().value()));
            }
            if (can && family.may(deed.power(), member) && (!planned(member) || family.may(Power.PUBLISH, member))) {
                chosen.add(member(member, form, sent));
            } else {
                others.add(other(member, can));
            }
        }
        Named here = named(story);
        return new FamilyDeedPage(
                shell,
                form,
                story.id().value(),
                here.headline(),
                here.edition().language(),
                here.edition().direction(),
                deed.noun(),
                deed.kind() == WithdrawStory.Kind.KILL,
                chosen,
                others,
                seen);
    }

    private static boolean planned(Story member) {
        return member.pubStatus() == null;
    }

    private FamilyDeedPage.Member member(Story member, Form form, boolean sent) {
        Named named = named(member);
        Effects effects = planned(member)
                ? Effects.NONE
                : Effects.of(words, Foresight.of(sql, now, member.id().subject(), Foreseen.reach(sql, member)));
        return new FamilyDeedPage.Member(
                member.id().value(),
                named.headline(),
                named.edition().name(),
                named.edition().language(),
                named.edition().direction(),
                family.standing(member, false),
                !sent || form.has("member", Long.toString(member.id().value())),
                deed.kind() == WithdrawStory.Kind.KILL && !planned(member),
                effects);
    }

    private FamilyDeedPage.Other other(Story member, boolean barred) {
        Named named = named(member);
        return new FamilyDeedPage.Other(
                named.headline(),
                named.edition().name(),
                named.edition().language(),
                named.edition().direction(),
                family.standing(member, false),
                barred
                        ? words.say(
                                "family.barred." + deed.noun(), named.edition().name())
                        : words.say(key(member)),
                barred);
    }

    private static String key(Story member) {
        return member.pubStatus() == null
                ? "family.stays.draft"
                : member.pubStatus() == PubStatus.CANCELED ? "family.stays.killed" : "family.stays.withheld";
    }

    /// @param taken as they stand now
    /// @param publications what the act wrote into the log
    FamilyDonePage done(List<Story> taken, List<Publication> publications) {
        return new FamilyDonePage(
                shell,
                story.id().value(),
                words.count("family.done." + deed.noun(), taken.size()),
                shell.dates().stampWithTime(now),
                taken.stream().map(member -> receipt(member, publications)).toList());
    }

    private FamilyDonePage.Receipt receipt(Story member, List<Publication> publications) {
        Named named = named(member);
        Publication publication = publications.stream()
                .filter(each -> each.subject().equals(member.id().subject()))
                .findFirst()
                .orElse(null);
        return new FamilyDonePage.Receipt(
                "/newsroom/stories/" + member.id().value(),
                named.headline(),
                named.edition().name(),
                named.edition().language(),
                named.edition().direction(),
                publication == null
                        ? words.say("family.unplanned")
                        : family.standing(member, false).words(),
                pages(publication));
    }

    private String pages(@Nullable Publication publication) {
        if (publication == null) {
            return words.say("family.receipt.none");
        }
        int pages = Foresight.count(sql, now, publication.touched());
        return words.count("family.receipt", pages, words.number(publication.seq()));
    }
}
