package press.rotative.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;
import press.rotative.story.acts.ChangeEdition;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.RenameSection;

/// Editions and their sections. Both lists are short and come whole, in the order of the menus.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class EditionsResource {
    private static final String CODE = "{code: [a-z][a-z0-9-]{1,19}}";

    private final Door door;

    EditionsResource(Door door) {
        this.door = door;
    }

    /// @param direction ltr or rtl
    /// @param settings what the rooms read of it
    record EditionView(
            String self,
            long id,
            String code,
            int version,
            String language,
            String direction,
            String name,
            @Nullable String motto,
            String timeZone,
            JsonNode settings) {
        static EditionView of(Edition edition) {
            return new EditionView(
                    "/api/v1/editions/" + edition.code(),
                    edition.id().value(),
                    edition.code(),
                    edition.version(),
                    edition.language(),
                    edition.direction(),
                    edition.name(),
                    edition.motto(),
                    edition.timeZone().getId(),
                    Json.tree(edition.settings()));
        }
    }

    record EditionList(List<EditionView> items) {}

    record NewEdition(
            String code,
            String language,
            boolean rightToLeft,
            String name,
            @Nullable String motto,
            String timeZone,
            @Nullable JsonNode settings) {}

    record EditionChange(
            String name, @Nullable String motto, @Nullable JsonNode settings) {}

    @GET
    @Path("editions")
    @Operation(summary = "All editions")
    public Response editions(@Context HttpHeaders headers) {
        return door.read(
                headers,
                sql -> Answer.ok(
                        null,
                        new EditionList(new Editions(sql)
                                .all().stream().map(EditionView::of).toList())));
    }

    @GET
    @Path("editions/" + CODE)
    @Operation(summary = "An edition")
    public Response edition(@Context HttpHeaders headers, @PathParam("code") String code) {
        return door.read(headers, sql -> {
            Edition edition = edition(new Editions(sql), code);
            return Answer.ok("" + edition.version(), EditionView.of(edition));
        });
    }

    @POST
    @Path("editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open an edition")
    public Response open(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewEdition.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /editions", bytes, (actor, transaction) -> {
            var wish = Json.read(bytes, NewEdition.class);
            EditionId id = new CreateEdition(
                            actor,
                            wish.code(),
                            wish.language(),
                            wish.rightToLeft(),
                            wish.name(),
                            wish.motto(),
                            wish.timeZone(),
                            text(wish.settings()))
                    .perform(transaction);
            return Answer.created("1", EditionView.of(new Editions(transaction.sql()).get(id)));
        });
    }

    @PUT
    @Path("editions/" + CODE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the name and motto of an edition, and its settings where they are given")
    public Response change(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = EditionChange.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Edition before = edition(new Editions(transaction.sql()), code);
            seen.check("" + before.version(), "The edition");
            var wish = Json.read(bytes, EditionChange.class);
            String settings = wish.settings() == null ? null : text(wish.settings());
            Edition after = new ChangeEdition(actor, before.id(), before.version(), wish.name(), wish.motto(), settings)
                    .perform(transaction);
            return Answer.ok("" + after.version(), EditionView.of(after));
        });
    }

    record SectionView(String self, long id, int version, String slug, String name) {
        static SectionView of(Section section) {
            long id = section.id().value();
            return new SectionView("/api/v1/sections/" + id, id, section.version(), section.slug(), section.name());
        }
    }

    record SectionList(List<SectionView> items) {}

    /// @param slug null: made from the name, or left as it is
    record SectionText(String name, @Nullable String slug) {}

    @GET
    @Path("editions/" + CODE + "/sections")
    @Operation(summary = "All sections of an edition")
    public Response sections(@Context HttpHeaders headers, @PathParam("code") String code) {
        return door.read(headers, sql -> {
            Edition edition = edition(new Editions(sql), code);
            return Answer.ok(
                    null,
                    new SectionList(new Sections(sql)
                            .of(edition.id()).stream().map(SectionView::of).toList()));
        });
    }

    @POST
    @Path("editions/" + CODE + "/sections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a section")
    public Response openSection(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = SectionText.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /editions/" + code + "/sections", bytes, (actor, transaction) -> {
            Edition edition = edition(new Editions(transaction.sql()), code);
            var wish = Json.read(bytes, SectionText.class);
            SectionId id = new CreateSection(actor, edition.id(), wish.name(), wish.slug()).perform(transaction);
            return Answer.created("1", SectionView.of(new Sections(transaction.sql()).get(id)));
        });
    }

    @GET
    @Path("sections/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "A section")
    public Response section(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, sql -> {
            Section section = new Sections(sql).get(new SectionId(id));
            return Answer.ok("" + section.version(), SectionView.of(section));
        });
    }

    @PUT
    @Path("sections/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rename a section; its old address redirects for ever")
    public Response rename(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = SectionText.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            Section before = new Sections(transaction.sql()).get(new SectionId(id));
            seen.check("" + before.version(), "The section");
            var wish = Json.read(bytes, SectionText.class);
            Section after = new RenameSection(actor, before.id(), before.version(), wish.name(), wish.slug())
                    .perform(transaction);
            return Answer.ok("" + after.version(), SectionView.of(after));
        });
    }

    static Edition edition(Editions editions, String code) {
        return editions.find(code).orElseThrow(() -> Problem.notFound("There is no edition '" + code + "'."));
    }

    private static String text(@Nullable JsonNode settings) {
        return settings == null ? "{}" : settings.toString();
    }
}
