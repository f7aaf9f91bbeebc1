package press.rotative.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.writing.Conflicts;
import press.rotative.story.writing.Journal;
import press.rotative.story.writing.NameVersion;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Parts;
import press.rotative.story.writing.ResolveConflict;
import press.rotative.story.writing.SaveParts;
import press.rotative.story.writing.Standing;

/// Writing together: saves that are put together with those of others, and the texts that were kept on the way.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class WritingResource {
    private static final String STORY = "stories/{id: [1-9][0-9]{0,17}}/";
    private static final int MOST_KEPT = 100;

    private final Door door;

    WritingResource(Door door) {
        this.door = door;
    }

    /// @param key the writer's own name for this save: sent again, it is done once
    /// @param seen the `tag` of the answer before; absent: none
    record Save(
            @Nullable String key,
            @Nullable String seen,
            @Nullable List<PartChange> changes) {}

    /// @param whole all parts are named; those that are not are gone
    /// @param parts from the part's name to its value; null: it is gone
    record StandingView(String tag, boolean whole, ObjectNode parts, List<ConflictView> conflicts) {
        static StandingView of(Standing standing) {
            Parts all = Parts.of(standing.content());
            ObjectNode parts = StoryJson.MAPPER.createObjectNode();
            (standing.parts() == null ? all.names() : standing.parts()).forEach(name -> parts.set(name, all.get(name)));
            return new StandingView(
                    standing.tag(),
                    standing.parts() == null,
                    parts,
                    standing.conflicts().stream().map(ConflictView::of).toList());
        }
    }

    /// What two people did to one part: `theirs` stands in the draft, `mine` is kept beside it.
    record ConflictView(
            long id,
            String part,
            long by,
            String at,
            @Nullable JsonNode base,
            @Nullable JsonNode mine,
            @Nullable JsonNode theirs) {
        static ConflictView of(Conflicts.Conflict conflict) {
            return new ConflictView(
                    conflict.id(),
                    conflict.part(),
                    conflict.actorId(),
                    conflict.at().toString(),
                    conflict.base(),
                    conflict.mine(),
                    conflict.theirs());
        }
    }

    @POST
    @Path(STORY + "saves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save what was done to parts of the draft; it is put together with what others did")
    public Response save(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Save.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.change(headers, (actor, transaction) -> {
            Save save = Json.read(bytes, Save.class);
            if (save.key() == null || save.changes() == null) {
                throw Problem.invalid("A save has a 'key' of your own and 'changes'.");
            }
            String seen = save.seen() == null ? "" : save.seen();
            var act = new SaveParts(actor, new StoryId(id), save.key(), seen, save.changes());
            return Answer.ok(null, StandingView.of(act.perform(transaction)));
        });
    }

    @GET
    @Path(STORY + "standing")
    @Operation(summary = "How the draft stands, and what changed in it since a state that was seen")
    public Response standing(
            @Context HttpHeaders headers, @PathParam("id") long id, @QueryParam("seen") @DefaultValue("") String seen) {
        var story = new StoryId(id);
        return door.read(headers, (actor, sql) -> {
            var stories = new Stories(sql);
            stories.require(actor, Power.READ_STORIES, stories.get(story));
            return Answer.ok(null, StandingView.of(Standing.of(sql, story, seen)));
        });
    }

    record Decision(boolean decided) {}

    @POST
    @Path(STORY + "conflicts/{conflict: [1-9][0-9]{0,17}}/decision")
    @Operation(summary = "Say that both texts were seen and the draft is as it should be")
    public Response decide(
            @Context HttpHeaders headers, @PathParam("id") long id, @PathParam("conflict") long conflict) {
        return door.change(
                headers,
                (actor, transaction) -> Answer.ok(
                        null,
                        new Decision(new ResolveConflict(actor, new StoryId(id), conflict).perform(transaction))));
    }

    record KeptView(
            long number, String at, long by, @Nullable String name) {
        static KeptView of(Journal.Kept kept) {
            return new KeptView(kept.seq(), kept.at().toString(), kept.actorId(), kept.name());
        }
    }

    record KeptList(List<KeptView> items) {}

    @GET
    @Path(STORY + "journal")
    @Operation(summary = "The texts that were kept on the way: those somebody named, and the first of each sitting")
    public Response journal(@Context HttpHeaders headers, @PathParam("id") long id) {
        var story = new StoryId(id);
        return door.read(headers, (actor, sql) -> {
            var stories = new Stories(sql);
            stories.require(actor, Power.READ_STORIES, stories.get(story));
            return Answer.ok(
                    null,
                    new KeptList(new Journal(sql)
                            .kept(story, Long.MAX_VALUE, MOST_KEPT).stream()
                                    .map(KeptView::of)
                                    .toList()));
        });
    }

    @GET
    @Path(STORY + "journal/{number: [1-9][0-9]{0,17}}")
    @Operation(summary = "One text that was kept on the way")
    public Response kept(@Context HttpHeaders headers, @PathParam("id") long id, @PathParam("number") long number) {
        var story = new StoryId(id);
        return door.read(headers, (actor, sql) -> {
            var stories = new Stories(sql);
            stories.require(actor, Power.READ_STORIES, stories.get(story));
            return Answer.ok(
                    null,
                    new Journal(sql)
                            .keptText(story, number)
                            .orElseThrow(() -> Problem.notFound("The journal of story " + id
                                    + " kept no whole text under the number " + number + ".")));
        });
    }

    /// @param key the writer's own: sent again, it is done once
    record Naming(@Nullable String name, @Nullable String key) {}

    @POST
    @Path(STORY + "journal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep the draft as it is under a name")
    public Response name(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Naming.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /stories/" + id + "/journal", bytes, (actor, transaction) -> {
            Naming wish = Json.read(bytes, Naming.class);
            if (wish.name() == null || wish.key() == null) {
                throw Problem.invalid("A kept text has a 'name', and its request a 'key' of your own.");
            }
            new NameVersion(actor, new StoryId(id), wish.name(), wish.key()).perform(transaction);
            return Answer.ok(
                    null,
                    new KeptList(new Journal(transaction.sql())
                            .kept(new StoryId(id), Long.MAX_VALUE, 1).stream()
                                    .map(KeptView::of)
                                    .toList()));
        });
    }
}
