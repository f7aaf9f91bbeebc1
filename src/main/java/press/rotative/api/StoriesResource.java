package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.SaveDraft;

/// Stories: writing, reading, and what became public since a number of the log.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class StoriesResource {
    private final Door door;

    StoriesResource(Door door) {
        this.door = door;
    }

    record NewStory(String edition, StoryContent content) {}

    @POST
    @Path("stories")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "File a new draft")
    public Response create(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewStory.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /stories", bytes, (actor, transaction) -> {
            NewStory wish = Json.read(bytes, NewStory.class);
            if (wish.edition() == null || wish.content() == null) {
                throw Problem.invalid("A new story names its 'edition' by code and has a 'content'.");
            }
            Edition edition = EditionsResource.edition(new Editions(transaction.sql()), wish.edition());
            var draft = new CreateStory(actor, edition.id(), wish.content(), null, false).perform(transaction);
            var summary = StoryView.Summary.of(transaction.sql(), draft.story());
            return Answer.created(summary.tag(), summary);
        });
    }

    /// @param number the log's number in this snapshot
    /// @param next ask again with `since` of this
    record Changes(List<Change> items, long next, boolean more, long number) {}

    record Change(long seq, String at, String act, int version, StoryView.Summary story) {}

    @GET
    @Path("stories")
    @Operation(summary = "What became public of stories after a number of the log")
    public Response since(
            @Context HttpHeaders headers,
            @QueryParam("since") @DefaultValue("0") long since,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return door.read(headers, (actor, sql) -> {
            var log = new PublicationLog(sql);
            var stories = new Stories(sql);
            List<Publication> rows = log.since(Limits.from(since, "since"), Limits.checked(limit));
            List<Change> items = rows.stream()
                    .filter(row -> row.subject().kind() == Subject.Kind.STORY)
                    .filter(row -> stories.readable(
                            actor, stories.get(new StoryId(row.subject().id()))))
                    .map(row -> new Change(
                            row.seq(),
                            row.at().toString(),
                            StoryView.label(row.act()),
                            row.version(),
                            StoryView.Summary.of(sql, new StoryId(row.subject().id()))))
                    .toList();
            long next = rows.isEmpty() ? since : rows.getLast().seq();
            return Answer.ok(null, new Changes(items, next, next < log.number(), log.number()));
        });
    }

    @GET
    @Path("stories/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "A story with its state, its versions, its live text and its draft")
    public Response read(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, (actor, sql) -> {
            var stories = new Stories(sql);
            stories.require(actor, Power.READ_STORIES, stories.get(new StoryId(id)));
            var view = StoryView.of(sql, new StoryId(id));
            return Answer.ok(view.story().tag(), view);
        });
    }

    @PUT
    @Path("stories/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the one draft beside the published version; needs If-Match")
    public Response save(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = StoryContent.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var stories = new Stories(transaction.sql());
            stories.require(actor, Power.WRITE_STORY, stories.get(new StoryId(id)));
            var before = StoryView.Summary.of(transaction.sql(), new StoryId(id));
            seen.required("the draft");
            seen.check(before.tag(), "The draft");
            StoryContent content = Json.read(bytes, StoryContent.class);
            new SaveDraft(actor, new StoryId(id), before.draftRevision(), content).perform(transaction);
            var summary = StoryView.Summary.of(transaction.sql(), new StoryId(id));
            return Answer.ok(summary.tag(), summary);
        });
    }
}
