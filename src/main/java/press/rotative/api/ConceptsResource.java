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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.MergeConcept;

/// Concepts: what stories are about.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class ConceptsResource {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final Door door;

    ConceptsResource(Door door) {
        this.door = door;
    }

    /// @param labels by language; the slug is the last part of its page
    record View(String self, long id, int version, ConceptKind kind, Map<String, Concept.Label> labels)
            implements Page.Numbered {
        static View of(Concept concept) {
            long id = concept.id().value();
            return new View(
                    "/api/v1/concepts/" + id, id, concept.version(), concept.kind(), new TreeMap<>(concept.labels()));
        }
    }

    /// @param labels language to text
    record NewConcept(@Nullable ConceptKind kind, @Nullable Map<String, String> labels) {
        CreateConcept by(Actor actor) {
            if (kind == null) {
                throw Problem.invalid("Say the 'kind' of the concept: topic, person, place, organisation or event.");
            }
            return new CreateConcept(actor, kind, checked(labels));
        }
    }

    /// @param kind null: stays
    /// @param labels language to text; null: they stay
    record Change(@Nullable ConceptKind kind, @Nullable Map<String, String> labels) {
        ChangeConcept by(Actor actor, Concept before) {
            if (kind == null && labels == null) {
                throw Problem.invalid("Give 'labels', an object from language to text, or a 'kind'.");
            }
            Map<String, String> texts = labels == null ? Map.of() : checked(labels);
            return new ChangeConcept(actor, before.id(), before.version(), kind, texts, Set.of());
        }
    }

    @GET
    @Path("concepts")
    @Operation(summary = "List, by number")
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return door.list(headers, after, limit, (sql, from, most) -> new Concepts(sql)
                .after(from, most).stream().map(View::of).toList());
    }

    @POST
    @Path("concepts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a concept")
    public Response create(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewConcept.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /concepts", bytes, (actor, transaction) -> {
            var wish = Json.read(bytes, NewConcept.class);
            return Answer.created("1", View.of(wish.by(actor).perform(transaction)));
        });
    }

    @GET
    @Path("concepts/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "Read one")
    public Response read(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, sql -> {
            View view = View.of(new Concepts(sql).get(new ConceptId(id)));
            return Answer.ok("" + view.version(), view);
        });
    }

    @PUT
    @Path("concepts/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change labels or kind, on every story at once; other languages keep theirs")
    public Response change(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Change.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Concepts(transaction.sql()).unmerged(new ConceptId(id));
            seen.check("" + before.version(), "The concept");
            var wish = Json.read(bytes, Change.class);
            View after = View.of(wish.by(actor, before).perform(transaction));
            return Answer.ok("" + after.version(), after);
        });
    }

    /// @param into number of the concept that stays
    record Merge(@Nullable Long into) {
        MergeConcept by(Actor actor, ConceptId concept) {
            if (into == null || into < 1) {
                throw Problem.invalid("Say 'into' which concept, by its number.");
            }
            return new MergeConcept(actor, concept, new ConceptId(into), null, null);
        }
    }

    @POST
    @Path("concepts/{id: [1-9][0-9]{0,17}}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Merge into another one, for ever: its stories and addresses become the other's")
    public Response merge(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Merge.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Concepts(transaction.sql()).unmerged(new ConceptId(id));
            seen.check("" + before.version(), "The concept");
            View kept =
                    View.of(Json.read(bytes, Merge.class).by(actor, before.id()).perform(transaction));
            return Answer.ok("" + kept.version(), kept);
        });
    }

    private static Map<String, String> checked(@Nullable Map<String, String> labels) {
        if (labels == null || labels.isEmpty()) {
            throw Problem.invalid("Give 'labels': an object from language to text.");
        }
        labels.forEach((language, label) -> {
            if (!LANGUAGE.matcher(language).matches() || label == null || label.isBlank()) {
                throw Problem.invalid("A label has a language tag such as fr, en or ar, and a text.");
            }
        });
        return labels;
    }
}
