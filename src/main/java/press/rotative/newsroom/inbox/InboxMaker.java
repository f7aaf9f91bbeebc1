package press.rotative.newsroom.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.CardMaker;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.InboxForm;
import press.rotative.newsroom.desk.PlaceChoices;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.newsroom.media.Sent;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffNames;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.IncomingList;
import press.rotative.story.NewestTexts;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// Makes the list of the inbox out of one snapshot.
final class InboxMaker {
    private static final int ON_A_PAGE = 40;
    private static final int MOST_STAFF = 500;

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Actor actor;
    private final Instant now;

    InboxMaker(DSLContext sql, Shell shell, Actor actor, Instant now) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.actor = actor;
        this.now = now;
    }

    /// @param sent what became of files that were just sent
    /// @param form what was sent of the list and could not be done; what is ticked in it stands on the page,
    /// wherever it stands in the list
    InboxPage page(InboxQuery query, List<Sent> sent, Form form) {
        List<Edition> editions = new Editions(sql).all();
        var places = new PlaceChoices(sql, words, editions);
        var list = new IncomingList(sql, actor);
        IncomingList.Stretch stretch = list.stories(query.wanted(), query.before(), ON_A_PAGE);
        return new InboxPage(
                shell,
                query,
                form,
                places.editions(query.edition()),
                places.sections(query.edition(), query.section()),
                list.hosts(query.discarded()),
                doubts(query),
                cards(with(stretch.rows(), list.find(query.discarded(), InboxForm.ticked(form))), editions),
                people(sql, words, actor, form),
                Policy.allowsSomewhere(actor, Power.WRITE_STORY),
                Policy.allowsSomewhere(actor, Power.ASSIGN_STORY),
                sent,
                upload(editions),
                stretch.next() == null ? null : query.from(stretch.next()),
                query.before() == null ? null : query.from(null));
    }

    private static List<IncomingList.Row> with(List<IncomingList.Row> rows, List<IncomingList.Row> others) {
        return Stream.concat(rows.stream(), others.stream()).distinct().toList();
    }

    private List<DeskPage.Choice> doubts(InboxQuery query) {
        var choices = new ArrayList<DeskPage.Choice>();
        for (String each : new String[] {"", "some", "none"}) {
            String label = words.say("inbox.doubts." + (each.isEmpty() ? "any" : each));
            choices.add(new DeskPage.Choice(each, label, query.doubts().equals(each), null, null));
        }
        return choices;
    }

    /// To whom this person may give what they take in; empty: only to themselves.
    ///
    /// @param form whose field `whose` says who was chosen
    static List<DeskPage.Choice> people(DSLContext sql, Words words, Actor actor, Form form) {
        String chosen = form.values("whose").isEmpty() ? "me" : form.value("whose");
        var choices = new ArrayList<DeskPage.Choice>();
        choices.add(new DeskPage.Choice("me", words.say("desk.me"), chosen.equals("me"), null, null));
        choices.add(new DeskPage.Choice("", words.say("inbox.nobody"), chosen.isEmpty(), null, null));
        if (Policy.allowsSomewhere(actor, Power.ASSIGN_STORY)) {
            new StaffNames(sql).here(MOST_STAFF).forEach((id, name) -> {
                if (id != actor.staffId()) {
                    choices.add(new DeskPage.Choice(id.toString(), name, chosen.equals(id.toString()), null, null));
                }
            });
        }
        return choices;
    }

    private InboxPage.@org.jspecify.annotations.Nullable Upload upload(List<Edition> editions) {
        if (!Policy.allowsSomewhere(actor, Power.IMPORT)) {
            return null;
        }
        List<Edition> mine = editions.stream()
                .filter(each ->
                        Policy.reaches(actor, Power.WRITE_STORY, each.id().value()))
                .toList();
        var choices = new ArrayList<DeskPage.Choice>();
        for (Edition each : mine) {
            choices.add(new DeskPage.Choice(
                    each.code(), each.name() + " (" + each.code() + ")", false, each.language(), each.direction()));
        }
        List<DeskPage.Group> sections = new PlaceChoices(sql, words, mine)
                .sections(null, null).stream()
                        .filter(group -> !group.label().isEmpty())
                        .toList();
        return new InboxPage.Upload(choices, sections, Policy.allowsSomewhere(actor, Power.FETCH_PICTURES));
    }

    private List<StoryCard> cards(List<IncomingList.Row> rows, List<Edition> editions) {
        List<StoryId> ids = rows.stream().map(IncomingList.Row::story).toList();
        Map<StoryId, DeskList.Row> found = new DeskList(sql, actor).find(ids);
        Map<StoryId, StoryCard> cards = new CardMaker(sql, words, shell.dates(), now, editions)
                .cards(ids.stream().map(found::get).filter(Objects::nonNull).toList());
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql).of(ids);
        Map<PictureId, Picture> pictures = pictures(texts);
        var made = new ArrayList<StoryCard>();
        for (IncomingList.Row row : rows) {
            StoryCard card = cards.get(row.story());
            NewestTexts.Newest text = texts.get(row.story());
            if (card != null && text != null && text.content() != null) {
                made.add(card(row, card, text.content(), pictures));
            }
        }
        return made;
    }

    private Map<PictureId, Picture> pictures(Map<StoryId, NewestTexts.Newest> texts) {
        var ids = new HashSet<PictureId>();
        texts.values().forEach(each -> {
            if (each.content() != null) {
                ids.addAll(each.content().pictures());
            }
        });
        return ids.isEmpty() ? new HashMap<>() : new Pictures(sql).find(ids);
    }

    private StoryCard card(
            IncomingList.Row row, StoryCard card, StoryContent content, Map<PictureId, Picture> pictures) {
        var facts = new ArrayList<StoryCard.Fact>();
        facts.add(new StoryCard.Fact(
                "", row.host().isEmpty() ? words.say("inbox.no.host") : words.say("inbox.from", row.host()), null));
        if (content.byline().isEmpty()) {
            facts.add(new StoryCard.Fact("", words.say("inbox.nobody.signs"), null));
        }
        facts.addAll(card.facts());
        if (row.reason() != null) {
            facts.add(new StoryCard.Fact("", words.say("inbox.discarded.because", row.reason()), null));
        }
        facts.add(
                row.doubts() == 0
                        ? new StoryCard.Fact("okc", words.say("inbox.no.doubts"), null)
                        : new StoryCard.Fact("warn", words.count("inbox.doubts", row.doubts()), null));
        long unclear = content.pictures().stream()
                .map(pictures::get)
                .filter(Objects::nonNull)
                .filter(each ->
                        !each.held() || each.credit() == null || !each.rights().runAt(now))
                .count();
        if (unclear > 0) {
            facts.add(new StoryCard.Fact("warn", words.count("inbox.pictures", unclear), null));
        }
        return new StoryCard(
                card.id(),
                InboxQuery.PATH + "/" + card.id(),
                card.headline(),
                card.language(),
                card.direction(),
                card.place(),
                card.edition(),
                card.behind(),
                card.state(),
                shell.dates().stampWithTime(Instant.ofEpochMilli(row.at())),
                facts,
                card.people());
    }
}
