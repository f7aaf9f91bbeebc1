package press.rotative.newsroom.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Jobs;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.newsroom.stories.StoryWords;
import press.rotative.people.StaffNames;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Contribution;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Families;
import press.rotative.story.NewestTexts;
import press.rotative.story.PlanKind;
import press.rotative.story.PubStatus;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.writing.Presence;

/// Makes the cards of some dozens of stories out of a few queries.
public final class CardMaker {
    private static final int MOST_NAMES = 3;
    private static final int MOST_PEOPLE = 3;

    private final DSLContext sql;
    private final Words words;
    private final Dates dates;
    private final Instant now;
    private final Map<EditionId, Edition> editions;

    public CardMaker(DSLContext sql, Words words, Dates dates, Instant now, List<Edition> editions) {
        this.sql = sql;
        this.words = words;
        this.dates = dates;
        this.now = now;
        this.editions = editions.stream().collect(Collectors.toMap(Edition::id, edition -> edition));
    }

    private record Around(
            Map<StoryId, NewestTexts.Newest> texts,
            Map<StoryId, Families.Drift> behind,
            Map<SectionId, Section> sections,
            Map<AuthorId, Author> authors,
            Map<StoryId, List<Presence.Here>> present,
            Map<Long, String> names) {}

    /// By story; those that are not there are left out.
    public Map<StoryId, StoryCard> cards(Collection<DeskList.Row> rows) {
        Around around = around(rows.stream().map(DeskList.Row::story).toList());
        var cards = new LinkedHashMap<StoryId, StoryCard>();
        for (DeskList.Row row : rows) {
            NewestTexts.Newest text = around.texts().get(row.story());
            Edition edition = editions.get(row.edition());
            if (text != null && edition != null) {
                cards.put(row.story(), card(row, text, edition, around));
            }
        }
        return cards;
    }

    private Around around(List<StoryId> stories) {
        var texts = new NewestTexts(sql).of(stories);
        Set<SectionId> sections = new HashSet<>();
        Set<AuthorId> authors = new HashSet<>();
        for (NewestTexts.Newest text : texts.values()) {
            StoryContent content = text.content();
            if (content != null) {
                if (content.section() != null) {
                    sections.add(content.section());
                }
                content.byline().stream().map(Contribution::author).forEach(authors::add);
            }
        }
        List<Presence.Here> here = stories.isEmpty() ? List.of() : new Presence(sql).in(stories, now);
        return new Around(
                texts,
                new Families(sql)
                        .drifts(texts.values().stream()
                                .map(NewestTexts.Newest::story)
                                .toList()),
                new Sections(sql).find(sections),
                new Authors(sql).find(authors),
                here.stream().collect(Collectors.groupingBy(Presence.Here::story)),
                new StaffNames(sql).of(here.stream().map(Presence.Here::staffId).collect(Collectors.toSet())));
    }

    private StoryCard card(DeskList.Row row, NewestTexts.Newest text, Edition edition, Around around) {
        StoryContent content = text.content();
        String headline = content == null ? words.say("story.destroyed") : content.headline();
        return new StoryCard(
                row.story().value(),
                "/newsroom/stories/" + row.story().value(),
                headline.isBlank() ? words.say("story.no.headline") : headline,
                edition.language(),
                edition.direction(),
                content == null ? "" : place(content, around),
                edition.code().toUpperCase(Locale.ROOT),
                around.behind().containsKey(row.story()),
                StoryWords.state(words, row.workflow()),
                dates.stamp(Instant.ofEpochMilli(row.touchedAt())),
                facts(text.story(), text.drafted(), content, around.behind().get(row.story())),
                people(around.present().getOrDefault(row.story(), List.of()), around.names()));
    }

    private String place(StoryContent content, Around around) {
        var parts = new ArrayList<String>();
        Section section = content.section() == null ? null : around.sections().get(content.section());
        if (section != null) {
            parts.add(section.name());
        }
        content.byline().stream()
                .map(each -> around.authors().get(each.author()))
                .filter(Objects::nonNull)
                .limit(MOST_NAMES)
                .forEach(author -> parts.add(author.name()));
        return String.join(words.say("list.next"), parts);
    }

    private List<StoryCard.Fact> facts(
            Story story, boolean drafted, @Nullable StoryContent content, Families.@Nullable Drift behind) {
        var facts = new ArrayList<StoryCard.Fact>();
        PubStatus status = story.pubStatus();
        if (status != null) {
            facts.add(StoryWords.standing(words, story, drafted));
        } else if (content != null) {
            facts.add(new StoryCard.Fact("", words.count("story.words", StoryWords.count(content)), null));
        }
        if (behind != null) {
            facts.add(StoryWords.behind(words, behind));
        }
        if (story.plan() != null && story.planAt() != null) {
            String key = story.plan() == PlanKind.EMBARGOED ? "story.embargo.until" : "story.scheduled.for";
            facts.add(clock(key, Instant.ofEpochMilli(story.planAt())));
        }
        if (story.expiresAt() != null && story.expiredAt() == null) {
            facts.add(clock("story.expires.at", Instant.ofEpochMilli(story.expiresAt())));
        }
        return facts;
    }

    /// One that should have struck is said loudly.
    private StoryCard.Fact clock(String key, Instant at) {
        boolean late = at.plus(Jobs.GRACE).isBefore(now);
        boolean soon = !late && at.isBefore(now.plus(Duration.ofHours(1)));
        String said = words.say(key) + (late ? " " + words.say("desk.late") : "");
        return new StoryCard.Fact(late ? "bad" : soon ? "warn" : "", said, dates.stampWithTime(at));
    }

    private List<StoryCard.Person> people(List<Presence.Here> here, Map<Long, String> names) {
        var seen = new HashSet<Long>();
        var people = new ArrayList<StoryCard.Person>();
        for (Presence.Here each : here) {
            String name = names.get(each.staffId());
            if (name != null && people.size() < MOST_PEOPLE && seen.add(each.staffId())) {
                boolean writes =
                        here.stream().anyMatch(other -> other.staffId() == each.staffId() && other.part() != null);
                people.add(new StoryCard.Person(
                        StoryWords.initial(name), words.say(writes ? "desk.writes" : "desk.reads", name)));
            }
        }
        return people;
    }
}
