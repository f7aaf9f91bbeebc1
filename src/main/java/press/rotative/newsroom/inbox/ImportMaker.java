package press.rotative.newsroom.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.newsroom.stories.StoryWords;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.people.StaffNames;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Incoming;
import press.rotative.story.ManagedNames;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Workflow;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.Doubt;
import press.rotative.wire.account.StoryAccount;
import press.rotative.wire.clipping.LossLedger;

/// Makes the screen of one import out of one snapshot.
final class ImportMaker {
    private static final int MOST_DOUBTS = 40;
    private static final int LINES_ON_A_PAGE = 300;

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Actor actor;
    private final StoryAccount account;
    private final AccountWords said;
    private final Scope scope;
    private final Optional<Incoming.Received> received;

    /// @param capture its digest; empty: the last one of the story
    /// @throws press.rotative.platform.Problem NOT_FOUND for a story that the actor may not read, or without an
    /// account
    ImportMaker(DSLContext sql, Shell shell, Actor actor, StoryId story, String capture) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.actor = actor;
        this.account = StoryAccount.read(sql, actor, story, capture);
        this.scope = new Stories(sql).scope(actor, account.story());
        this.received = new Incoming(sql).find(story);
        this.said = new AccountWords(words, shell.tongue(), names());
    }

    private Map<Long, String> names() {
        Set<Long> staff = new HashSet<>();
        account.settled().values().forEach(each -> staff.add(each.staffId()));
        received.map(Incoming.Received::decidedBy).ifPresent(staff::add);
        return new StaffNames(sql).of(staff);
    }

    StoryAccount account() {
        return account;
    }

    /// @param from number of the line at which the account goes on
    /// @param chosen number of the line that is to be put into the text; below 0: none
    ImportPage page(Form form, int from, int chosen) {
        Edition edition = new Editions(sql).get(account.story().edition());
        var read = new ReadStory(sql, words, account.content());
        List<Doubt> doubts = account.doubts();
        int first = Math.clamp(from, 0, Math.max(0, account.account().lines().size() - 1));
        String headline = account.content().headline();
        return new ImportPage(
                shell,
                form,
                account.story().id().value(),
                account.kept().capture(),
                headline.isBlank() ? words.say("story.no.headline") : headline,
                edition.language(),
                edition.direction(),
                StoryWords.state(words, account.story().workflow()),
                facts(edition),
                others(),
                read.read(),
                doubts.stream().limit(MOST_DOUBTS).map(this::line).toList(),
                doubts.size() > MOST_DOUBTS ? words.count("inbox.more.doubts", doubts.size() - MOST_DOUBTS) : "",
                account.account().fields().stream()
                        .map(field -> new ImportPage.FieldLine(
                                said.label(field), value(field), said.foundIn(field), field.inferred()))
                        .toList(),
                concepts(),
                account.account()
                        .line(chosen)
                        .map(line -> line(chosen, line))
                        .filter(ImportPage.Line::takeable)
                        .orElse(null),
                lines(first),
                totals(),
                first > 0 ? linesFrom(Math.max(0, first - LINES_ON_A_PAGE)) : null,
                first + LINES_ON_A_PAGE < account.account().lines().size() ? linesFrom(first + LINES_ON_A_PAGE) : null,
                read.choices(),
                InboxMaker.people(sql, words, actor, form),
                may());
    }

    private String value(Account.Field field) {
        return field.name().equals("language")
                ? java.util.Locale.forLanguageTag(field.value())
                        .getDisplayLanguage(shell.tongue().locale())
                : field.value();
    }

    private String linesFrom(int number) {
        return "/newsroom/inbox/" + account.story().id().value() + "?capture="
                + account.kept().capture() + "&from=" + number + "#account";
    }

    private boolean may(Power power) {
        return Policy.allows(actor, power, () -> scope);
    }

    private ImportPage.May may() {
        Workflow state = account.story().workflow();
        boolean write = may(Power.WRITE_STORY)
                && account.story().state().refusal(StoryState.Move.SAVE).isEmpty();
        return new ImportPage.May(
                write,
                write && state == Workflow.INCOMING,
                state == Workflow.INCOMING && may(Power.ASSIGN_STORY),
                state == Workflow.DISCARDED && may(Power.ASSIGN_STORY));
    }

    private List<StoryCard.Fact> facts(Edition edition) {
        var facts = new ArrayList<StoryCard.Fact>();
        facts.add(new StoryCard.Fact(
                "",
                words.say("inbox.imported"),
                shell.dates().stampWithTime(account.kept().at())));
        facts.add(new StoryCard.Fact(
                "", words.say("inbox.source.named", account.account().source()), null));
        String host = account.account().host();
        if (!host.isEmpty()) {
            facts.add(new StoryCard.Fact("", words.say("inbox.from", host), null));
        }
        facts.add(
                new StoryCard.Fact("", words.say(account.account().html() ? "inbox.as.html" : "inbox.as.text"), null));
        facts.add(new StoryCard.Fact("", words.say("story.in.edition") + " " + edition.name(), null));
        received.map(Incoming.Received::reason)
                .ifPresent(reason ->
                        facts.add(new StoryCard.Fact("bad", words.say("inbox.discarded.because", reason), null)));
        received.ifPresent(each -> decided(each).ifPresent(facts::add));
        if (account.account().comments() > 0) {
            facts.add(new StoryCard.Fact(
                    "", words.count("inbox.comments", account.account().comments()), null));
        }
        if (!account.account().notes().isEmpty()) {
            facts.add(new StoryCard.Fact(
                    "warn",
                    words.count("inbox.not.got", account.account().notes().size()),
                    null));
        }
        return facts;
    }

    private Optional<StoryCard.Fact> decided(Incoming.Received each) {
        Long by = each.decidedBy();
        Long at = each.decidedAt();
        return by == null || at == null
                ? Optional.empty()
                : Optional.of(new StoryCard.Fact(
                        "",
                        words.say("inbox.decided.by", said.names().getOrDefault(by, words.say("story.by.program"))),
                        shell.dates().stampWithTime(Instant.ofEpochMilli(at))));
    }

    private List<ImportPage.Other> others() {
        var imports = StoryAccount.imports(sql, account.story().id());
        return imports.size() < 2
                ? List.of()
                : imports.stream()
                        .map(each -> new ImportPage.Other(
                                "/newsroom/inbox/" + account.story().id().value() + "?capture=" + each.capture(),
                                shell.dates().stampWithTime(each.at()),
                                each.capture().equals(account.kept().capture())))
                        .toList();
    }

    private ImportPage.DoubtLine line(Doubt doubt) {
        String edit = "/newsroom/stories/" + account.story().id().value();
        String link =
                switch (doubt.kind()) {
                    case CONCEPT_KIND -> "#" + doubt.part();
                    case NO_HEADLINE, NO_TEXT, NO_BYLINE, NO_SECTION, NO_FILE, NO_CREDIT -> edit;
                    case LEFT_OUT -> edit.replace("stories", "inbox") + "/source";
                    case NO_DATE, OTHER_LANGUAGE, LINE -> null;
                };
        return new ImportPage.DoubtLine(
                doubt.part(),
                said.doubt(doubt),
                said.advice(doubt),
                doubt.kind() == Doubt.Kind.LINE ? doubt.about() : "",
                link,
                doubt.kind() == Doubt.Kind.LINE ? Integer.valueOf(doubt.part().substring(1)) : null);
    }

    private List<ImportPage.ConceptLine> concepts() {
        List<Account.Found> found = account.account().concepts();
        var ids = new ArrayList<ConceptId>();
        for (int place = 0; place < found.size(); place++) {
            account.current(place).ifPresent(ids::add);
        }
        Map<ConceptId, Concept> known = new Concepts(sql).find(ids);
        Set<ConceptId> shared =
                new ManagedNames(sql).anyAboutBesides(ids, account.story().id());
        var lines = new ArrayList<ImportPage.ConceptLine>();
        for (int place = 0; place < found.size(); place++) {
            Concept concept = account.current(place).map(known::get).orElse(null);
            if (concept != null) {
                lines.add(line(place, concept, shared.contains(concept.id())));
            }
        }
        return lines;
    }

    /// One of them alone.
    ///
    /// @param shared whether other public stories are about it
    ImportPage.ConceptLine line(int place, Concept concept, boolean shared) {
        Account.Found found = account.account().concepts().get(place);
        Decisions.Decision decision = account.settled().get(Doubt.concept(place));
        return new ImportPage.ConceptLine(
                place,
                concept.label(account.language()).text(),
                words.say("manage.kind." + concept.kind().label()),
                kinds(words, concept.kind()),
                said.sure(found),
                said.evidence(found),
                found.doubtful() && decision == null,
                said.decided(decision),
                !account.content().concepts().contains(concept.id()),
                words.say(shared ? "inbox.concept.shared" : "inbox.concept.alone"),
                "/newsroom/inbox/" + account.story().id().value() + "/concepts/" + place + "?capture="
                        + account.kept().capture());
    }

    static List<DeskPage.Choice> kinds(Words words, ConceptKind now) {
        var choices = new ArrayList<DeskPage.Choice>();
        for (ConceptKind kind : ConceptKind.values()) {
            choices.add(new DeskPage.Choice(
                    kind.label(), words.say("manage.kind." + kind.label()), kind == now, null, null));
        }
        return choices;
    }

    private List<ImportPage.Line> lines(int first) {
        List<Account.Line> all = account.account().lines();
        var lines = new ArrayList<ImportPage.Line>();
        for (int number = first; number < Math.min(all.size(), first + LINES_ON_A_PAGE); number++) {
            lines.add(line(number, all.get(number)));
        }
        return lines;
    }

    private ImportPage.Line line(int number, Account.Line line) {
        Decisions.@Nullable Decision decision = account.decided(number);
        boolean taken = decision != null && decision.choice() != Decisions.Choice.SEEN;
        return new ImportPage.Line(
                number,
                line.part(),
                AccountWords.look(line.fate()),
                said.fate(line),
                said.decided(decision),
                line.takeable() && !taken);
    }

    private String totals() {
        long mapped = count(LossLedger.Fate.MAPPED);
        long dropped = count(LossLedger.Fate.FURNITURE);
        long unknown = count(LossLedger.Fate.UNKNOWN);
        return words.say(
                "inbox.totals",
                words.number(account.account().lines().size()),
                words.number(mapped),
                words.number(dropped),
                words.number(unknown));
    }

    private long count(LossLedger.Fate fate) {
        return account.account().lines().stream()
                .filter(line -> line.fate() == fate)
                .count();
    }
}
