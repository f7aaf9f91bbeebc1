package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffNames;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Families;
import press.rotative.story.NewestTexts;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.StoryState;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.LinkTranslation;
import press.rotative.story.acts.WithdrawFamily;

/// Makes what a screen says of a story's translations, as far as somebody may read them.
final class FamilyMaker {
    private static final int MOST_NAMES = 3;

    private final DSLContext sql;
    private final Words words;
    private final Actor actor;
    private final Stories stories;
    private final List<Edition> editions;

    FamilyMaker(DSLContext sql, Words words, Actor actor) {
        this.sql = sql;
        this.words = words;
        this.actor = actor;
        this.stories = new Stories(sql);
        this.editions = new Editions(sql).all();
    }

    FamilyView of(Story story, Form form) {
        List<Story> members = inOrder(new Families(sql).members(story));
        Map<StoryId, Families.Drift> drifts = new Families(sql).drifts(members);
        return new FamilyView(
                form,
                members(story, members, drifts),
                behind(story, drifts.get(story.id())),
                story.pubStatus() == PubStatus.CANCELED ? List.of() : targets(members),
                together(story, members),
                story.translates() != null,
                mayChange(LinkTranslation.power(story), story));
    }

    /// The original first, then as the editions stand; killed ones last among those of their edition.
    List<Story> inOrder(List<Story> members) {
        Map<EditionId, Integer> place = new HashMap<>();
        editions.forEach(edition -> place.put(edition.id(), place.size()));
        return members.stream()
                .sorted(Comparator.<Story, Boolean>comparing(member -> member.translates() != null)
                        .thenComparing(member -> place.getOrDefault(member.edition(), Integer.MAX_VALUE))
                        .thenComparing(member -> member.pubStatus() == PubStatus.CANCELED)
                        .thenComparing(member -> member.id().value()))
                .toList();
    }

    Edition edition(Story story) {
        return editions.stream()
                .filter(each -> each.id().equals(story.edition()))
                .findFirst()
                .orElseGet(() -> new Editions(sql).get(story.edition()));
    }

    /// The newest headline, or that there is none; nothing of it to who may not read it, unless the public does.
    String headline(Story story, NewestTexts.@Nullable Newest newest) {
        if (!stories.readable(actor, story)) {
            return StoryWords.isPublic(story)
                    ? stories.liveContent(story).map(live -> live.headline()).orElse(words.say("story.destroyed"))
                    : words.say("family.unreadable");
        }
        if (newest == null || newest.content() == null) {
            return words.say("story.destroyed");
        }
        String headline = newest.content().headline();
        return headline.isBlank() ? words.say("story.no.headline") : headline;
    }

    boolean may(Power power, Story story) {
        return Policy.allows(actor, power, () -> stories.scope(actor, story));
    }

    private boolean mayChange(Power power, Story story) {
        return may(power, story) && story.state().refusal(StoryState.Move.SAVE).isEmpty();
    }

    private List<FamilyView.Member> members(Story here, List<Story> members, Map<StoryId, Families.Drift> drifts) {
        Map<StoryId, NewestTexts.Newest> texts =
                new NewestTexts(sql).of(members.stream().map(Story::id).toList());
        Map<StoryId, List<Long>> staff = new HashMap<>();
        members.forEach(member -> staff.put(
                member.id(),
                StoryStaff.of(sql, member.id()).stream().limit(MOST_NAMES).toList()));
        Map<Long, String> names = new StaffNames(sql)
                .of(staff.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var rows = new ArrayList<FamilyView.Member>();
        for (Story member : members) {
            Edition edition = edition(member);
            boolean readable = stories.readable(actor, member);
            NewestTexts.Newest newest = texts.get(member.id());
            Families.Drift drift = drifts.get(member.id());
            rows.add(new FamilyView.Member(
                    headline(member, newest),
                    edition.name(),
                    edition.language(),
                    edition.direction(),
                    readable
                            ? "/newsroom/stories/" + member.id().value()
                            : StoryWords.isPublic(member) ? "/" + member.code() : null,
                    member.id().equals(here.id()),
                    member.translates() == null,
                    readable ? StoryWords.state(words, member.workflow()) : null,
                    standing(member, newest != null && newest.drafted()),
                    readable
                            ? staff.getOrDefault(member.id(), List.of()).stream()
                                    .map(names::get)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(words.say("list.next")))
                            : "",
                    drift == null ? null : StoryWords.behind(words, drift)));
        }
        return rows;
    }

    StoryCard.Fact standing(Story story, boolean drafted) {
        if (story.pubStatus() != null) {
            return StoryWords.standing(words, story, drafted);
        }
        return new StoryCard.Fact("", words.say(story.plan() == null ? "story.never.public" : "family.planned"), null);
    }

    private FamilyView.@Nullable Behind behind(Story story, Families.@Nullable Drift drift) {
        if (drift == null) {
            return null;
        }
        Story original = stories.get(drift.original());
        boolean drafted = stories.draft(story.id()).isPresent();
        return new FamilyView.Behind(
                StoryWords.behind(words, drift).words(),
                original.lastVersion(),
                !drift.killed() && mayChange(ConfirmTranslation.power(story, drafted), story));
    }

    private List<NewStoryPage.Group> targets(List<Story> members) {
        Set<EditionId> taken = members.stream()
                .filter(member -> member.pubStatus() != PubStatus.CANCELED)
                .map(Story::edition)
                .collect(Collectors.toSet());
        return new WritablePlaces(sql, words, actor)
                .in(editions.stream()
                        .filter(edition -> !taken.contains(edition.id()))
                        .toList());
    }

    private List<StoryPage.ActLink> together(Story story, List<Story> members) {
        var links = new ArrayList<StoryPage.ActLink>();
        if (members.size() < 2) {
            return links;
        }
        for (FamilyDeed deed : FamilyDeed.values()) {
            boolean some = members.stream()
                    .anyMatch(member -> WithdrawFamily.canBeTaken(member, deed.kind()) && may(deed.power(), member));
            if (some) {
                links.add(new StoryPage.ActLink(
                        "",
                        words.say("family.do." + deed.noun()),
                        "/newsroom/stories/" + story.id().value() + "/family/" + deed.noun()));
            }
        }
        return links;
    }
}
