package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Problem;
import press.rotative.story.Editions;
import press.rotative.story.house.ChangeLook;
import press.rotative.story.house.HouseFile;
import press.rotative.story.house.HouseFiles;
import press.rotative.story.house.LogoFiles;
import press.rotative.story.house.Look;
import press.rotative.story.house.Looks;

/// Colours, logo and icon: of an edition, or of all editions that have none of their own.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class LooksResource {
    private static final String WHOLE = "look";
    private static final String OF_EDITION = "editions/{code: [a-z][a-z0-9-]{1,19}}/look";
    private static final String FILE = "/{file: [a-z-]+}";

    private final Door door;

    LooksResource(Door door) {
        this.door = door;
    }

    /// @param logo address of the file, and so the others; null: none of its own
    record LookView(
            String self,
            int version,
            @Nullable String accent,
            @Nullable String accentDark,
            @Nullable String logo,
            @Nullable String logoDark,
            @Nullable String icon) {
        static LookView of(String self, Looks.Chosen chosen) {
            Look look = chosen.look();
            return new LookView(
                    self,
                    chosen.version(),
                    look.accent(),
                    look.accentDark(),
                    address(look.logo()),
                    address(look.logoDark()),
                    look.icon() == null ? null : look.icon().file().address());
        }

        private static @Nullable String address(@Nullable HouseFile file) {
            return file == null ? null : file.address();
        }
    }

    /// @param accent such as #b4300f; both null: as usual
    record Colours(@Nullable String accent, @Nullable String accentDark) {}

    @GET
    @Path(WHOLE)
    @Operation(summary = "The look of all editions that have none of their own")
    public Response look(@Context HttpHeaders headers) {
        return read(headers, null);
    }

    @GET
    @Path(OF_EDITION)
    @Operation(summary = "What an edition has of its own in its look")
    public Response look(@Context HttpHeaders headers, @PathParam("code") String code) {
        return read(headers, code);
    }

    private Response read(HttpHeaders headers, @Nullable String code) {
        return door.read(headers, sql -> {
            long edition = edition(new Editions(sql), code);
            return answer(code, new Looks(sql).of(edition));
        });
    }

    private static long edition(Editions editions, @Nullable String code) {
        return code == null
                ? Looks.NEWSROOM
                : EditionsResource.edition(editions, code).id().value();
    }

    private static Answer answer(@Nullable String code, Looks.Chosen chosen) {
        String self = code == null ? "/api/v1/look" : "/api/v1/editions/" + code + "/look";
        return Answer.ok("" + chosen.version(), LookView.of(self, chosen));
    }

    @PUT
    @Path(WHOLE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose the accent colours of all editions; those that cannot be read are refused")
    public Response colours(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Colours.class))) InputStream body) {
        return colours(headers, null, Door.bytes(body));
    }

    @PUT
    @Path(OF_EDITION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose the accent colours of an edition; those that cannot be read are refused")
    public Response colours(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = Colours.class))) InputStream body) {
        return colours(headers, code, Door.bytes(body));
    }

    private Response colours(HttpHeaders headers, @Nullable String code, byte[] bytes) {
        return change(
                headers,
                code,
                before -> {
                    var wish = Json.read(bytes, Colours.class);
                    return before.withColours(wish.accent(), wish.accentDark());
                },
                List.of());
    }

    private Response change(
            HttpHeaders headers, @Nullable String code, UnaryOperator<Look> change, List<HouseFiles.Whole> files) {
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            long edition = edition(new Editions(transaction.sql()), code);
            Looks.Chosen before = new Looks(transaction.sql()).of(edition);
            seen.check("" + before.version(), "The look");
            Look look = change.apply(before.look());
            return answer(code, new ChangeLook(actor, edition, before.version(), look, files).perform(transaction));
        });
    }

    @PUT
    @Path(WHOLE + FILE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send the logo, logo-dark or icon of all editions: an SVG of shapes, a PNG or a JPEG")
    public Response file(@Context HttpHeaders headers, @PathParam("file") String file, InputStream body) {
        return file(headers, null, file, Door.bytes(body));
    }

    @PUT
    @Path(OF_EDITION + FILE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send the logo, logo-dark or icon of an edition: an SVG of shapes, a PNG or a JPEG")
    public Response file(
            @Context HttpHeaders headers,
            @PathParam("code") String code,
            @PathParam("file") String file,
            InputStream body) {
        return file(headers, code, file, Door.bytes(body));
    }

    private Response file(HttpHeaders headers, @Nullable String code, String file, byte[] bytes) {
        door.ask(headers, (actor, sql) -> {
            long edition = edition(new Editions(sql), code);
            Policy.require(actor, Power.MANAGE_LOOK, () -> Scope.ofEdition(edition));
        });
        if (file.equals("icon")) {
            LogoFiles.MadeIcon made = LogoFiles.icon(bytes);
            return change(headers, code, look -> look.withIcon(made.icon()), made.files());
        }
        boolean dark = file.equals("logo-dark");
        requireLogo(file, dark);
        HouseFiles.Whole made = LogoFiles.logo(bytes);
        return change(
                headers,
                code,
                look -> dark ? look.withLogo(look.logo(), made.file()) : look.withLogo(made.file(), null),
                List.of(made));
    }

    private static void requireLogo(String file, boolean dark) {
        if (!dark && !file.equals("logo")) {
            throw Problem.notFound("A look has a logo, a logo-dark and an icon.");
        }
    }

    @DELETE
    @Path(WHOLE + FILE)
    @Operation(summary = "Remove the logo, logo-dark or icon of all editions")
    public Response remove(@Context HttpHeaders headers, @PathParam("file") String file) {
        return removeOf(headers, null, file);
    }

    @DELETE
    @Path(OF_EDITION + FILE)
    @Operation(summary = "Remove the logo, logo-dark or icon of an edition")
    public Response remove(
            @Context HttpHeaders headers, @PathParam("code") String code, @PathParam("file") String file) {
        return removeOf(headers, code, file);
    }

    private Response removeOf(HttpHeaders headers, @Nullable String code, String file) {
        if (file.equals("icon")) {
            return change(headers, code, look -> look.withIcon(null), List.of());
        }
        boolean dark = file.equals("logo-dark");
        requireLogo(file, dark);
        return change(
                headers, code, look -> dark ? look.withLogo(look.logo(), null) : look.withLogo(null, null), List.of());
    }
}
