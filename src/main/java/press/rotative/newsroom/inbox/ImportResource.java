package press.rotative.newsroom.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.media.BlobStore;
import press.rotative.media.PictureId;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.stories.Refusals;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.StoryId;
import press.rotative.story.acts.BringBackStory;
import press.rotative.story.acts.DiscardStory;
import press.rotative.story.acts.TakeInStory;
import press.rotative.wire.CaptureReader;
import press.rotative.wire.account.Decisions;
import press.rotative.wire.account.SettleDoubt;
import press.rotative.wire.account.SettleLine;
import press.rotative.wire.account.StoryAccount;

/// One import: the story as read beside the account of its capture, and what is decided about it. It is found by the
/// number of the story, also when the story was published long ago.
@Path("/newsroom/inbox/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class ImportResource {
    private final Screens screens;
    private final BlobStore blobs;

    ImportResource(Screens screens, BlobStore blobs) {
        this.screens = screens;
        this.blobs = blobs;
    }

    @GET
    @Needs(Power.READ_STORIES)
    public Response show(
            @PathParam("id") long id,
            @QueryParam("capture") @DefaultValue("") String capture,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("line") @DefaultValue("") String line) {
        return page(id, digest(capture), number(from, 0), number(line, -1), screens.form());
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    static String digest(String capture) {
        return capture.matches("[0-9a-f]{64}") ? capture : "";
    }

    private Response page(long id, String capture, int from, int chosen, Form form) {
        Shell bare = screens.shell("inbox.one", NavItem.INBOX);
        Shell shell = bare.withScripts(Screens.asset("desk.js"), Screens.asset("inbox.js"))
                .withKeys(
                        new Shell.Key("A", bare.say("inbox.key.take.in")),
                        new Shell.Key("D", bare.say("inbox.key.discard")),
                        new Shell.Key("U", bare.say("inbox.key.back")));
        ImportPage page = screens.read(
                sql -> new ImportMaker(sql, shell, screens.actor(), new StoryId(id), capture).page(form, from, chosen));
        return screens.showAgain(form, shell, Templates.one(page));
    }

    /// What was captured, as plain text whatever it is: no browser runs anything in it.
    @GET
    @Path("source")
    @Needs(Power.READ_STORIES)
    public Response source(@PathParam("id") long id, @QueryParam("capture") @DefaultValue("") String capture) {
        String digest = screens.read(sql -> StoryAccount.read(sql, screens.actor(), new StoryId(id), digest(capture)))
                .kept()
                .capture();
        String text = blobs.get(digest).flatMap(CaptureReader::text).orElseThrow(() -> Problem.notFound(
                        "The capture is no longer kept.")
                .as("problem.inbox.no.capture"));
        return Response.ok(text, "text/plain;charset=utf-8")
                .header("Content-Disposition", "inline; filename=\"capture.txt\"")
                .build();
    }

    @POST
    @Path("taking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response takeIn(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, screens.form(sent), form -> {
            Long whose = form.has("whose", "me")
                    ? Long.valueOf(screens.actor().staffId())
                    : Asked.number(form.value("whose"));
            screens.perform(
                    new TakeInStory(screens.actor(), new StoryId(id), whose == null ? Set.of() : Set.of(whose)));
            return screens.to("/newsroom/stories/" + id, "inbox.taken");
        });
    }

    @POST
    @Path("discarding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ASSIGN_STORY)
    public Response discard(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(
                id,
                screens.form(sent).beside("reason", "problem.inbox.reason", "problem.story.long", "problem.text.sign"),
                form -> {
                    screens.perform(new DiscardStory(screens.actor(), new StoryId(id), form.value("reason")));
                    return screens.to(InboxQuery.PATH, "inbox.discarded");
                });
    }

    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response bringBack(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, screens.form(sent), form -> {
            screens.perform(new BringBackStory(screens.actor(), new StoryId(id)));
            return screens.to(InboxQuery.PATH + "/" + id, "inbox.brought.back");
        });
    }

    @POST
    @Path("lines")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response line(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(id, screens.form(sent), form -> {
            Decisions.Choice as = form.has("left-out", "on")
                    ? Decisions.Choice.SEEN
                    : Asked.named(Decisions.Choice.values(), form.value("as"));
            if (as == null || !form.value("line").matches("[0-9]{1,7}")) {
                throw Problem.invalid("Say which line, and as what it is taken.")
                        .as("problem.inbox.line");
            }
            Long picture = Asked.number(form.value("picture"));
            return settled(
                    id,
                    form,
                    new SettleLine(
                            screens.actor(),
                            new StoryId(id),
                            digest(form.value("capture")),
                            Integer.parseInt(form.value("line")),
                            as,
                            picture == null ? null : new PictureId(picture)),
                    "doubts");
        });
    }

    @POST
    @Path("doubts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.WRITE_STORY)
    public Response doubt(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return decide(
                id,
                screens.form(sent),
                form -> settled(
                        id,
                        form,
                        new SettleDoubt(
                                screens.actor(),
                                new StoryId(id),
                                digest(form.value("capture")),
                                form.has("all", "on") ? "" : part(form)),
                        "doubts"));
    }

    private static String part(Form form) {
        if (!form.value("part").matches("[a-z0-9_]{1,20}")) {
            throw Problem.invalid("Say what is right as it is.").as("problem.inbox.settled");
        }
        return form.value("part");
    }

    private Response settled(long id, Form form, Act<StoryAccount> act, String anchor) {
        StoryAccount after = screens.perform(act);
        return screens.to(
                InboxQuery.PATH + "/" + id + "?capture=" + after.kept().capture() + "&done=inbox.settled#" + anchor);
    }

    private interface Deed {
        @Nullable
        Response of(Form form);
    }

    /// What an act refuses comes back over the same import.
    private Response decide(long id, Form form, Deed deed) {
        return screens.submit(
                form,
                sent -> {
                    try {
                        return deed.of(sent);
                    } catch (Problem problem) {
                        throw Refusals.worded(problem);
                    }
                },
                sent -> page(id, digest(sent.value("capture")), 0, number(sent.value("line"), -1), sent));
    }
}
