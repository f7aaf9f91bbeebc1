package press.rotative.newsroom.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Said;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.stories.Refusals;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.DeskList;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DiscardStory;

/// Many stories of the list at once, each by an act of its own: one that is refused keeps none of the others. The page
/// that answers can take all of it back. To approve and to publish is done story by story: one reads what one approves.
@Path("/newsroom/desk/bulk")
@RunOnVirtualThread
class BulkResource {
    private static final Set<String> STATES = Set.of("in_review", "draft", "pitch");
    /// What is done to stories of the wire inbox, and the state they have then.
    private static final Map<String, String> INBOX =
            Map.of("take_in", "draft", "discard", BulkStep.DISCARDED, "bring_back", BulkStep.INCOMING);

    private final Screens screens;
    private final BulkUndo undo;
    private final InboxForm inboxForm;

    BulkResource(Screens screens, BulkUndo undo, InboxForm inboxForm) {
        this.screens = screens;
        this.undo = undo;
        this.inboxForm = inboxForm;
    }

    /// @param tag the state that the story's text must be in; null: whichever
    private record Task(BulkStep step, @Nullable String tag) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response change(MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent);
        return INBOX.containsKey(form.value("act"))
                ? screens.submit(
                        form.beside("reason", "problem.inbox.reason", "problem.story.long", "problem.text.sign"),
                        this::change,
                        inboxForm::again)
                : change(form);
    }

    private Response change(Form form) {
        String act = form.value("act");
        boolean move = act.equals("section");
        boolean inbox = INBOX.containsKey(act);
        if (!move && !inbox && !STATES.contains(act)
                || move && !form.value("to").matches("[1-9][0-9]{0,16}")) {
            throw Problem.invalid("Say what is to be done with the stories, and in which section.")
                    .as("problem.bulk.what");
        }
        BulkStep.Kind kind = move ? BulkStep.Kind.SECTION : BulkStep.Kind.STATE;
        String to = move ? form.value("to") : INBOX.getOrDefault(act, act);
        List<StoryId> stories = InboxForm.ticked(form);
        if (stories.isEmpty()) {
            throw Problem.invalid("Choose one or more stories.").as("problem.bulk.none");
        }
        String with = inbox ? with(form, act, stories.getFirst()) : "";
        Map<StoryId, DeskList.Row> rows = rows(stories);
        return done(
                stories.stream()
                        .map(story -> new BulkStep(
                                story, kind, inbox ? from(act) : standing(rows.get(story), kind), to, with))
                        .map(step -> new Task(step, null))
                        .toList(),
                rows,
                form.value("back"),
                "bulk.done");
    }

    private static String standing(DeskList.@Nullable Row row, BulkStep.Kind kind) {
        return row == null ? "" : BulkStep.standing(row, kind);
    }

    private static String from(String act) {
        return act.equals("bring_back") ? BulkStep.DISCARDED : BulkStep.INCOMING;
    }

    /// Whom what is taken in is given to, or why it is discarded.
    ///
    /// @param one of the stories: a reason that does not do for it does for none
    private String with(Form form, String act, StoryId one) {
        return switch (act) {
            case "discard" -> new DiscardStory(screens.actor(), one, form.value("reason")).reason();
            case "take_in" ->
                form.value("whose").equals("me") ? Long.toString(screens.actor().staffId()) : form.value("whose");
            default -> "";
        };
    }

    /// Takes back what this person did within the hour and what still is as it was left. What somebody changed
    /// meanwhile stays.
    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response undo(MultivaluedMap<String, String> sent) {
        Form form = screens.form(sent);
        Actor actor = screens.actor();
        List<Task> tasks = form.values("step").stream()
                .limit(InboxForm.MOST)
                .map(step -> undo.opened(actor, step, screens.now()))
                .flatMap(Optional::stream)
                .map(done -> new Task(done.back(), done.tag()))
                .toList();
        if (tasks.isEmpty()) {
            throw Problem.invalid("This can no longer be taken back. Change the stories one by one.")
                    .as("problem.bulk.late");
        }
        return done(
                tasks,
                rows(tasks.stream().map(task -> task.step().story()).toList()),
                form.value("back"),
                "bulk.undone");
    }

    private Map<StoryId, DeskList.Row> rows(List<StoryId> stories) {
        Actor actor = screens.actor();
        return screens.read(sql -> new DeskList(sql, actor).find(stories));
    }

    private Response done(List<Task> tasks, Map<StoryId, DeskList.Row> rows, String back, String said) {
        Shell shell = screens.shell("bulk.title", back.startsWith(NavItem.INBOX.path()) ? NavItem.INBOX : NavItem.DESK);
        Actor actor = screens.actor();
        var undoable = new ArrayList<String>();
        List<String> sentences = tasks.stream()
                .map(task -> refusal(task, rows.get(task.step().story()), shell, tag -> task.step()
                        .back()
                        .map(step -> undo.close(actor, new BulkUndo.Done(step, tag), screens.now()))
                        .ifPresent(undoable::add)))
                .map(refused -> refused.orElse(""))
                .toList();
        List<BulkStep> steps = tasks.stream().map(Task::step).toList();
        var cards = cards(shell, steps);
        var outcomes = new ArrayList<BulkPage.Outcome>();
        int changed = 0;
        for (int i = 0; i < steps.size(); i++) {
            boolean good = sentences.get(i).isEmpty();
            changed += good ? 1 : 0;
            outcomes.add(new BulkPage.Outcome(
                    cards.get(steps.get(i).story()),
                    good ? "okc" : "bad",
                    good ? shell.say("bulk.ok") : sentences.get(i)));
        }
        var page = new BulkPage(
                shell,
                shell.words().count(said, changed),
                changed == steps.size() ? "okc" : changed == 0 ? "bad" : "warn",
                outcomes,
                undoable,
                Screens.isOurs(back) ? back : DeskQuery.PATH + "?view=list");
        return screens.show(changed == steps.size() ? 200 : 422, shell, Templates.bulk(page));
    }

    private Map<StoryId, StoryCard> cards(Shell shell, List<BulkStep> steps) {
        Actor actor = screens.actor();
        return screens.read(sql -> {
            Map<StoryId, DeskList.Row> rows = new DeskList(sql, actor)
                    .find(steps.stream().map(BulkStep::story).toList());
            var cards = new CardMaker(sql, shell.words(), shell.dates(), screens.now(), new Editions(sql).all());
            return cards.cards(steps.stream()
                    .map(step -> rows.get(step.story()))
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .toList());
        });
    }

    /// @param row null: it cannot be seen
    /// @param done hears the state in which the story's text was left
    private Optional<String> refusal(Task task, DeskList.@Nullable Row row, Shell shell, Consumer<String> done) {
        BulkStep step = task.step();
        if (row == null) {
            return Optional.of(shell.say("bulk.missing", step.story().value()));
        }
        if (BulkStep.standing(row, step.kind()).equals(step.to())) {
            return Optional.of(shell.say("bulk.already"));
        }
        Act<String> act = step.act(screens.actor(), task.tag());
        if (act == null) {
            return Optional.of(shell.say("bulk.changed"));
        }
        try {
            done.accept(screens.perform(act));
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(Said.of(shell.words(), Refusals.worded(refused)));
        }
    }
}
