package press.rotative.newsroom.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Jobs;
import press.rotative.language.Words;
import press.rotative.media.Pictures;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.StoryCard;
import press.rotative.newsroom.media.PickedPicture;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.people.StaffNames;
import press.rotative.platform.Digest;
import press.rotative.story.Body;
import press.rotative.story.ConceptKind;
import press.rotative.story.Draft;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.PlanKind;
import press.rotative.story.Previews;
import press.rotative.story.PubStatus;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryHistory;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.StoryJson;
import press.rotative.story.StoryKind;
import press.rotative.story.StoryStaff;
import press.rotative.story.StoryState;
import press.rotative.story.Workflow;
import press.rotative.story.writing.Conflicts;
import press.rotative.story.writing.Journal;
import press.rotative.story.writing.Presence;
import press.rotative.story.writing.Standing;

/// Makes the screen of a story out of one snapshot.
final class StoryPageMaker {
    private static final int MOST_STAFF = 500;

    private final DSLContext sql;
    private final Shell shell;
    private final Words words;
    private final Actor actor;
    private final Instant now;
    private final Story story;
    private final Edition edition;
    private final Scope scope;

    /// @throws press.rotative.platform.Problem NOT_FOUND for a story that the actor may not read
    StoryPageMaker(DSLContext sql, Shell shell, Actor actor, Instant now, Story story) {
        this.sql = sql;
        this.shell = shell;
        this.words = shell.words();
        this.actor = actor;
        this.now = now;
        this.story = story;
        var stories = new Stories(sql);
        stories.require(actor, Power.READ_STORIES, story);
        this.edition = new Editions(sql).get(story.edition());
        this.scope = stories.scope(actor, story);
    }

    /// @param form as it was sent, with what is wrong in it; null: as the text stands
    /// @param family of what is asked about its translations
    /// @param receipt of the last act; null: there was none lately
    StoryPage page(@Nullable Form form, Form empty, Form family, @Nullable ReceiptView receipt) {
        Standing standing = Standing.of(sql, story.id(), "");
        StoryContent content = standing.content();
        Form shown = form == null ? filled(empty, standing) : form;
        Map<Long, String> names = names(standing);
        var past = new StoryPastMaker(sql, shell, now, story, names, this::may);
        var acts = new StoryActs(words, story, this::may, drafted());
        return new StoryPage(
                shell,
                shown,
                story.id().value(),
                content.headline().isBlank() ? words.say("story.no.headline") : content.headline(),
                edition.language(),
                edition.direction(),
                edition.name(),
                StoryWords.state(words, story.workflow()),
                facts(),
                StoryWords.length(words, content),
                checks(content),
                may(Power.WRITE_STORY)
                        && story.state().refusal(StoryState.Move.SAVE).isEmpty(),
                Policy.allowsSomewhere(actor, Power.MANAGE_AUTHORS),
                story.code() != null && StoryWords.isPublic(story) ? "/" + story.code() : null,
                kinds(shown),
                sections(shown, content),
                tags(),
                differences(standing, names),
                people(names),
                staff(names),
                story.lastVersion(),
                past.versions(),
                past.countKept(),
                past.kept(),
                offered(acts),
                acts.steps(),
                revision(),
                past.previews(),
                past.previewed(),
                assignable(),
                new FamilyMaker(sql, words, actor).of(story, family),
                OriginalText.of(sql, words, actor, content.translatedFrom()).orElse(null),
                imported(),
                receipt);
    }

    private List<StoryPage.ActLink> offered(StoryActs acts) {
        var links = new ArrayList<>(acts.links());
        long of = edition.id().value();
        if (story.pubStatus() == PubStatus.USABLE && Policy.allows(actor, Power.ARRANGE_FRONT, Scope.ofEdition(of))) {
            links.add(new StoryPage.ActLink(
                    "",
                    words.say("alert.story.show"),
                    "/newsroom/fronts/" + of + "/alert?story=" + story.id().value()));
        }
        return links;
    }

    /// @param seen the tag of the state that the editor saw last; empty: none
    Standing standing(String seen) {
        return Standing.of(sql, story.id(), seen);
    }

    /// What the editor is told.
    ///
    /// @param mine what it sent; null: nothing
    /// @param wrong fields that were not taken
    EditorAnswer answer(Standing standing, @Nullable StoryContent mine, Map<String, String> wrong, Form empty) {
        StoryContent content = standing.content();
        Map<Long, String> names = names(standing);
        StoryContent fields = content.withBody(Body.empty());
        Map<String, List<String>> shown = new LinkedHashMap<>();
        filled(empty, standing).all().forEach(each -> shown.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                .add(each.getValue()));
        shown.keySet().removeAll(List.of("base", "key", "body"));
        Map<Long, PickedPicture> pictures = new LinkedHashMap<>();
        new Pictures(sql)
                .find(content.pictures())
                .values()
                .forEach(picture -> pictures.put(
                        picture.id().value(), PickedPicture.of(picture, shell.words(), shell.dates(), actor, now)));
        return new EditorAnswer(
                standing.tag(),
                heard(sql, story.id(), now),
                revision(),
                standing.parts() == null,
                EditorResource.parts(standing),
                mine == null ? null : StoryJson.write(mine),
                StoryJson.write(fields),
                shown,
                wrong,
                differences(standing, names).stream()
                        .map(each -> new EditorAnswer.Conflict(
                                each.id(),
                                each.name(),
                                each.part(),
                                each.who(),
                                each.when().words(),
                                each.mine(),
                                each.theirs()))
                        .toList(),
                checks(content),
                StoryWords.length(words, content),
                shell.dates().brief(now).words(),
                people(names).stream().map(StoryCard.Person::words).toList(),
                pictures,
                new StoriesOfStory(sql, words, actor).of(content.usedStories()));
    }

    private List<StoryChecks.Check> checks(StoryContent content) {
        var checks = new ArrayList<>(new StoryChecks(sql, words, shell.dates(), now).of(content));
        checks.addAll(new TranslationChecks(sql, words, edition).of(content));
        return checks;
    }

    /// What can change while the text does not: what nobody decided yet, and who is there.
    static String heard(DSLContext sql, StoryId story, Instant now) {
        Stream<String> conflicts = new Conflicts(sql).open(story).stream().map(each -> each.id() + " " + each.at());
        Stream<String> people = new Presence(sql)
                .in(List.of(story), now).stream()
                        .map(each -> each.staffId() + (each.part() == null ? " reads" : " writes"))
                        .distinct();
        return Digest.of(Stream.concat(conflicts, people).collect(Collectors.joining("\n")))
                .substring(0, 16);
    }

    private String name(Map<Long, String> names, long staffId) {
        return names.getOrDefault(staffId, words.say("story.by.program"));
    }

    private boolean may(Power power) {
        return Policy.allows(actor, power, () -> scope);
    }

    private int revision() {
        return new Stories(sql).draft(story.id()).map(Draft::revision).orElse(0);
    }

    private boolean drafted() {
        return new Stories(sql).draft(story.id()).isPresent();
    }

    private Form filled(Form form, Standing standing) {
        StoryContent content = standing.content();
        String related = new RelatedLines(sql, actor, content).shown();
        TypedStory.fill(form, content, new NamesOfStory(sql, edition.language(), content).shown(related));
        return form.with("base", StoryJson.write(content)).with("key", SaveKeys.fresh());
    }

    private Map<Long, String> names(Standing standing) {
        Set<Long> staff = new HashSet<>(StoryStaff.of(sql, story.id()));
        standing.conflicts().forEach(each -> staff.add(each.actorId()));
        new Presence(sql).in(List.of(story.id()), now).forEach(each -> staff.add(each.staffId()));
        new StoryHistory(sql)
                .of(story.id(), Integer.MAX_VALUE, StoryPastMaker.MOST_VERSIONS)
                .forEach(each -> staff.add(each.actorId()));
        new Journal(sql)
                .kept(story.id(), Long.MAX_VALUE, StoryPastMaker.MOST_KEPT)
                .forEach(each -> staff.add(each.actorId()));
        new Previews(sql).open(story.id(), now).forEach(each -> staff.add(each.actorId()));
        return new StaffNames(sql).of(staff);
    }

    private List<StoryCard.Fact> facts() {
        var facts = new ArrayList<StoryCard.Fact>();
        if (story.pubStatus() == null) {
            facts.add(new StoryCard.Fact("", words.say("story.never.public"), null));
        } else {
            facts.add(StoryWords.standing(words, story, drafted()));
        }
        if (story.plan() != null && story.planAt() != null) {
            String key = story.plan() == PlanKind.EMBARGOED ? "story.embargo.until" : "story.scheduled.for";
            facts.add(clock(key, story.planAt()));
        }
        if (story.expiresAt() != null && story.expiredAt() == null) {
            facts.add(clock("story.expires.at", story.expiresAt()));
        }
        return facts;
    }

    private StoryCard.Fact clock(String key, long at) {
        Instant due = Instant.ofEpochMilli(at);
        boolean late = due.plus(Jobs.GRACE).isBefore(now);
        return new StoryCard.Fact(
                late ? "bad" : "",
                words.say(key) + (late ? " " + words.say("desk.late") : ""),
                shell.dates().stampWithTime(due));
    }

    private List<StoryPage.Choice> kinds(Form form) {
        var choices = new ArrayList<StoryPage.Choice>();
        for (StoryKind kind : StoryKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            choices.add(new StoryPage.Choice(
                    name, words.say("story.kind." + name), form.value("kind").equals(name)));
        }
        return choices;
    }

    /// Where the writer may put it; where it stands now is among them.
    private List<StoryPage.Choice> sections(Form form, StoryContent content) {
        var choices = new ArrayList<StoryPage.Choice>();
        choices.add(new StoryPage.Choice(
                "", words.say("story.no.section"), form.value("section").isEmpty()));
        for (Section section : new Sections(sql).of(edition.id())) {
            String number = Long.toString(section.id().value());
            boolean here = section.id().equals(content.section());
            var there = new Scope(edition.id().value(), Set.of(section.id().value()), scope.own());
            if (here || Policy.allows(actor, Power.WRITE_STORY, there)) {
                choices.add(new StoryPage.Choice(
                        number, section.name(), form.value("section").equals(number)));
            }
        }
        return choices;
    }

    private List<StoryPage.Tags> tags() {
        var tags = new ArrayList<StoryPage.Tags>();
        for (ConceptKind kind : ConceptKind.values()) {
            tags.add(new StoryPage.Tags(kind.label(), words.say("story.tags." + kind.label())));
        }
        return tags;
    }

    private List<StoryPage.Difference> differences(Standing standing, Map<Long, String> names) {
        var text = new ConflictText(sql, words, actor, edition.language());
        return standing.conflicts().stream()
                .map(each -> new StoryPage.Difference(
                        each.id(),
                        each.part(),
                        text.label(each.part()),
                        name(names, each.actorId()),
                        shell.dates().stampWithTime(each.at()),
                        text.of(each.part(), each.mine()),
                        text.of(each.part(), each.theirs())))
                .toList();
    }

    private List<StoryCard.Person> people(Map<Long, String> names) {
        return new Presence(sql)
                .in(List.of(story.id()), now).stream()
                        .filter(each -> each.staffId() != actor.staffId() && names.containsKey(each.staffId()))
                        .collect(Collectors.toMap(Presence.Here::staffId, each -> each, (one, other) -> one))
                        .values()
                        .stream()
                        .map(each -> {
                            String name = name(names, each.staffId());
                            return new StoryCard.Person(
                                    StoryWords.initial(name),
                                    words.say(each.part() == null ? "desk.reads" : "desk.writes", name));
                        })
                        .toList();
    }

    private List<String> staff(Map<Long, String> names) {
        return StoryStaff.of(sql, story.id()).stream()
                .filter(names::containsKey)
                .map(id -> name(names, id))
                .toList();
    }

    private StoryPage.@Nullable Imported imported() {
        return new StoryImports(sql).any(story.id())
                ? new StoryPage.Imported("/newsroom/inbox/" + story.id().value(), story.workflow() == Workflow.INCOMING)
                : null;
    }

    private List<StoryPage.Choice> assignable() {
        if (!may(Power.ASSIGN_STORY)) {
            return List.of();
        }
        List<Long> now = StoryStaff.of(sql, story.id());
        return new StaffNames(sql)
                .here(MOST_STAFF).entrySet().stream()
                        .map(each -> new StoryPage.Choice(
                                each.getKey().toString(), each.getValue(), now.contains(each.getKey())))
                        .toList();
    }
}
