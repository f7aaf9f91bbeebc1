package press.rotative.newsroom.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.CardMaker;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.PlaceChoices;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.search.Found;
import press.rotative.search.StaffQuestion;
import press.rotative.search.StaffSearch;
import press.rotative.site.Highlights;
import press.rotative.site.Piece;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.NewestTexts;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.Workflow;

/// Makes a page of found stories: the index names candidates, the rest is read from one snapshot.
final class SearchMaker {
    private static final int HITS = 25;
    private static final int MOST_AUTHORS = 50;
    private static final Set<PubStatus> ASKED_FOR = Set.of(PubStatus.WITHHELD, PubStatus.CANCELED);

    private final DSLContext sql;
    private final StaffSearch search;
    private final Shell shell;
    private final Actor actor;
    private final Instant now;
    private final SearchQuery query;
    private final List<Edition> editions;
    private final ZoneId zone;

    SearchMaker(DSLContext sql, StaffSearch search, Shell shell, Actor actor, Instant now, SearchQuery query) {
        this.sql = sql;
        this.search = search;
        this.shell = shell;
        this.actor = actor;
        this.now = now;
        this.query = query;
        this.editions = new Editions(sql).all();
        this.zone = Editions.timeZone(editions);
    }

    SearchPage page() {
        boolean asked = !query.none() && query.good();
        Found found = asked ? search.find(question()) : Found.NOTHING;
        boolean goesOn = found.hits().size() > HITS;
        List<Found.Hit> here = goesOn ? found.hits().subList(0, HITS) : found.hits();
        return new SearchPage(
                shell,
                query,
                filters(),
                asked,
                asked ? said(found) : "",
                hits(here.stream().map(Found.Hit::story).toList()),
                goesOn ? query.page(here.getLast().key()) : null,
                query.after() == null ? null : query.page(null));
    }

    private StaffQuestion question() {
        return new StaffQuestion(
                actor,
                editions.stream()
                        .filter(edition -> query.edition() == null
                                || query.edition() == edition.id().value())
                        .map(edition -> new StaffQuestion.Place(edition.id(), edition.language()))
                        .toList(),
                query.words(),
                query.section() == null || query.section() == 0 ? null : new SectionId(query.section()),
                query.author().isEmpty() ? null : authors(),
                query.kind(),
                null,
                query.workflow(),
                query.status(),
                startOf(query.from()),
                query.to() == null ? null : startOf(query.to().plusDays(1)),
                query.after(),
                HITS + 1);
    }

    private Set<AuthorId> authors() {
        return new Authors(sql)
                .beginning(query.author(), MOST_AUTHORS).stream()
                        .map(author -> author.id())
                        .collect(Collectors.toSet());
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /// Told only where no story that this person may not see is counted.
    private String said(Found found) {
        Words words = shell.words();
        if (!Policy.allowsEverywhere(actor, Power.READ_STORIES)) {
            return "";
        }
        return found.many()
                ? words.say("search.more.than", words.number(found.total()))
                : words.count("search.found", found.total());
    }

    private List<SearchPage.Hit> hits(List<StoryId> ids) {
        Map<StoryId, DeskList.Row> rows = new DeskList(sql, actor).find(ids);
        List<StoryId> visible = ids.stream().filter(rows::containsKey).toList();
        Map<StoryId, StoryCard> cards = new CardMaker(sql, shell.words(), shell.dates(), now, editions)
                .cards(visible.stream()
                        .map(id -> Objects.requireNonNull(rows.get(id)))
                        .toList());
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(visible);
        var hits = new ArrayList<SearchPage.Hit>();
        cards.forEach((id, card) -> {
            NewestTexts.Newest text = texts.get(id);
            StoryContent content = text == null ? null : text.content();
            var marks = new Highlights(query.words(), card.language());
            List<Piece> passage = content == null ? List.of() : marks.passage(content);
            hits.add(new SearchPage.Hit(card, marks.whole(card.headline()), passage));
        });
        return hits;
    }

    private SearchPage.Filters filters() {
        Words words = shell.words();
        var places = new PlaceChoices(sql, words, editions);
        var states = new ArrayList<DeskPage.Choice>();
        states.add(choice("", words.say("desk.all.states")));
        for (Workflow state : Workflow.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            states.add(choice(name, words.say("story.state." + name)));
        }
        ASKED_FOR.stream().sorted().forEach(status -> {
            String name = status.name().toLowerCase(Locale.ROOT);
            states.add(choice(name, words.say("search.status." + name)));
        });
        var kinds = new ArrayList<DeskPage.Choice>();
        kinds.add(new DeskPage.Choice("", words.say("search.all.kinds"), query.kind() == null, null, null));
        for (StoryKind kind : StoryKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            kinds.add(new DeskPage.Choice(name, words.say("story.kind." + name), query.kind() == kind, null, null));
        }
        return new SearchPage.Filters(
                places.editions(query.edition()), places.sections(query.edition(), query.section()), states, kinds);
    }

    private DeskPage.Choice choice(String value, String label) {
        return new DeskPage.Choice(value, label, query.state().equals(value), null, null);
    }
}
