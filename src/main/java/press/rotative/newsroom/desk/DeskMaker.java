package press.rotative.newsroom.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.stories.StoryWords;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffNames;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// Makes the desk out of one snapshot.
final class DeskMaker {
    private static final int IN_A_COLUMN = 12;
    private static final int IN_THE_LIST = 40;
    private static final int MOST_PEOPLE = 200;

    private final DSLContext sql;
    private final Shell shell;
    private final Actor actor;
    private final Instant now;
    private final DeskQuery query;
    private final List<Edition> editions;
    private final ZoneId zone;

    DeskMaker(DSLContext sql, Shell shell, Actor actor, Instant now, DeskQuery query) {
        this.sql = sql;
        this.shell = shell;
        this.actor = actor;
        this.now = now;
        this.query = query;
        this.editions = new Editions(sql).all();
        this.zone = Editions.timeZone(editions);
    }

    DeskPage page() {
        DeskList list = new DeskList(sql, actor);
        DeskList.Wanted wanted = query.wanted(actor.staffId(), now, zone);
        var cards = new CardMaker(sql, shell.words(), shell.dates(), now, editions);
        boolean board = query.view().equals("board");
        DeskList.Stretch stretch = board
                ? new DeskList.Stretch(List.of(), null)
                : list.stories(states(), wanted, query.before(), IN_THE_LIST);
        return new DeskPage(
                shell,
                query,
                filters(),
                board ? columns(list, wanted, cards) : List.of(),
                List.copyOf(cards.cards(stretch.rows()).values()),
                stretch.next() == null ? null : query.from(stretch.next()),
                query.before() == null ? null : query.top(),
                new Clocks(sql, shell.words(), shell.dates(), now, editions).next(actor),
                query.in("board"),
                query.in("list"),
                Policy.allowsSomewhere(actor, Power.WRITE_STORY));
    }

    private Set<Workflow> states() {
        return query.state() == null ? Workflow.ON_THE_DESK : EnumSet.of(query.state());
    }

    private List<DeskPage.Column> columns(DeskList list, DeskList.Wanted wanted, CardMaker cards) {
        var stretches = new EnumMap<Workflow, DeskList.Stretch>(Workflow.class);
        var rows = new ArrayList<DeskList.Row>();
        for (Workflow state : Workflow.ON_THE_DESK) {
            DeskList.Stretch stretch = list.stories(EnumSet.of(state), wanted, null, IN_A_COLUMN);
            stretches.put(state, stretch);
            rows.addAll(stretch.rows());
        }
        Map<StoryId, StoryCard> made = cards.cards(rows);
        var columns = new ArrayList<DeskPage.Column>();
        for (Workflow state : Workflow.ON_THE_DESK) {
            DeskList.Stretch stretch = Objects.requireNonNull(stretches.get(state));
            columns.add(new DeskPage.Column(
                    "state-" + state.name().toLowerCase(Locale.ROOT),
                    StoryWords.state(shell.words(), state),
                    counted(list, state, wanted, stretch),
                    stretch.rows().stream()
                            .map(row -> made.get(row.story()))
                            .filter(Objects::nonNull)
                            .toList(),
                    stretch.next() == null ? null : query.all(state)));
        }
        return columns;
    }

    private String counted(DeskList list, Workflow state, DeskList.Wanted wanted, DeskList.Stretch stretch) {
        Words words = shell.words();
        if (stretch.next() == null) {
            return words.number(stretch.rows().size());
        }
        Optional<DeskList.Count> count = list.count(state, wanted);
        return count.map(each -> each.more()
                        ? words.say("desk.more.than", words.number(each.number()))
                        : words.number(each.number()))
                .orElseGet(() ->
                        words.say("desk.more.than", words.number(stretch.rows().size())));
    }

    private DeskPage.Filters filters() {
        Words words = shell.words();
        var choices = new PlaceChoices(sql, words, editions);
        return new DeskPage.Filters(
                choices.editions(query.edition()),
                choices.sections(query.edition(), query.section()),
                people(words),
                times(words),
                stateChoices(words));
    }

    private List<DeskPage.Choice> people(Words words) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(choice("", words.say("desk.anyone"), query.whose().isEmpty()));
        choices.add(choice("me", words.say("desk.me"), query.whose().equals("me")));
        new StaffNames(sql).here(MOST_PEOPLE).forEach((id, name) -> {
            if (id != actor.staffId()) {
                choices.add(choice(id.toString(), name, query.whose().equals(id.toString())));
            }
        });
        return choices;
    }

    private List<DeskPage.Choice> times(Words words) {
        var choices = new ArrayList<DeskPage.Choice>();
        for (DeskQuery.When when : DeskQuery.When.values()) {
            choices.add(choice(when.label(), words.say("desk.when." + when.label()), query.when() == when));
        }
        return choices;
    }

    private List<DeskPage.Choice> stateChoices(Words words) {
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(choice("", words.say("desk.all.states"), query.state() == null));
        for (Workflow state : Workflow.ON_THE_DESK) {
            String name = state.name().toLowerCase(Locale.ROOT);
            choices.add(choice(name, words.say("story.state." + name), query.state() == state));
        }
        return choices;
    }

    private static DeskPage.Choice choice(String value, String label, boolean chosen) {
        return new DeskPage.Choice(value, label, chosen, null, null);
    }
}
