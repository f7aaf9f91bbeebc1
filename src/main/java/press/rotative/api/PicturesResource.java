package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Intake;
import press.rotative.media.NewPicture;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rendition;
import press.rotative.media.Renditions;
import press.rotative.media.Rights;
import press.rotative.media.Shape;
import press.rotative.media.Taken;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.CreatePicture;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.KeepPicture;

/// The picture library: files come in here, are described, and get and lose their rights.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class PicturesResource {
    private final Door door;
    private final Database database;
    private final Intake intake;
    private final Renditions renditions;

    PicturesResource(Door door, Database database, Intake intake, Renditions renditions) {
        this.door = door;
        this.database = database;
        this.intake = intake;
        this.renditions = renditions;
    }

    /// @param held the file is here
    /// @param destroyedAt when it was destroyed for good, ISO 8601; null: it was not
    /// @param note what the sender of the file should know of what became of it
    record View(
            String self,
            long id,
            int version,
            boolean held,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String headline,
            @Nullable String caption,
            @Nullable String alt,
            @Nullable String credit,
            @Nullable String creator,
            @Nullable String provider,
            @Nullable String copyright,
            @Nullable String usageTerms,
            boolean archive,
            int focalX,
            int focalY,
            Term rights,
            @Nullable String destroyedAt,
            @Nullable String note)
            implements Page.Numbered {
        static View of(Picture picture) {
            return of(picture, null);
        }

        static View of(Picture picture, @Nullable String note) {
            PictureDescription words = picture.description();
            return new View(
                    "/api/v1/pictures/" + picture.id().value(),
                    picture.id().value(),
                    picture.version(),
                    picture.held(),
                    picture.width(),
                    picture.height(),
                    words.headline(),
                    words.caption(),
                    words.alt(),
                    words.credit(),
                    words.creator(),
                    words.provider(),
                    words.copyright(),
                    words.usageTerms(),
                    words.archive(),
                    words.focalX(),
                    words.focalY(),
                    Term.of(picture.rights()),
                    Term.text(picture.destroyedAt()),
                    note);
        }
    }

    /// @param starts ISO 8601 with a zone: the first instant at which it may be shown; null: at once
    /// @param ends the first instant at which it may no longer be shown; null: never
    /// @param ended the end was recorded; only read, never written
    record Term(
            @Nullable String starts,
            @Nullable String ends,
            @Nullable Boolean ended) {
        static Term of(Rights rights) {
            return new Term(text(rights.starts()), text(rights.ends()), rights.ends() == null ? null : rights.ended());
        }

        private static @Nullable String text(@Nullable Instant instant) {
            return instant == null ? null : instant.toString();
        }

        Rights checked() {
            return Rights.between(instant("starts", starts), instant("ends", ends));
        }

        private static @Nullable Instant instant(String name, @Nullable String text) {
            try {
                return text == null
                        ? null
                        : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException wrong) {
                throw Problem.invalid("'" + name + "' is an instant with its zone, such as 2026-12-31T23:59:00+01:00.");
            }
        }
    }

    /// @param archive file picture: not taken at the event it illustrates
    /// @param focalX per mille from the left; null: the middle
    /// @param focalY per mille from the top; null: the middle
    record Description(
            @Nullable String headline,
            @Nullable String caption,
            @Nullable String alt,
            @Nullable String credit,
            @Nullable String creator,
            @Nullable String provider,
            @Nullable String copyright,
            @Nullable String usageTerms,
            boolean archive,
            @Nullable Integer focalX,
            @Nullable Integer focalY) {
        PictureDescription checked() {
            return new PictureDescription(
                    headline,
                    caption,
                    alt,
                    credit,
                    creator,
                    provider,
                    copyright,
                    usageTerms,
                    archive,
                    focalX == null ? 500 : focalX,
                    focalY == null ? 500 : focalY);
        }
    }

    @GET
    @Path("pictures")
    @Operation(summary = "List, by number")
    public Response list(
            @Context HttpHeaders headers,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return door.list(headers, after, limit, (sql, from, most) -> new Pictures(sql)
                .after(from, most).stream().map(View::of).toList());
    }

    @POST
    @Path("pictures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a picture whose file is not held")
    public Response create(
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = Description.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        return door.once(headers, "POST /pictures", bytes, (actor, transaction) -> {
            var wish = Json.read(bytes, Description.class);
            return Answer.created("1", View.of(new CreatePicture(actor, wish.checked()).perform(transaction)));
        });
    }

    @POST
    @Path("pictures")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send a picture: as the body, or as the part 'file' of a form, with a part 'description' in JSON",
            description = "JPEG, PNG, WebP, AVIF, GIF or TIFF, at most 50 MB. The file is read anew, turned upright and"
                    + " put into sRGB; its place on the map is dropped, its credit and caption are kept. The same bytes"
                    + " sent again answer 200 with the picture that they became.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class))
            })
    public Response upload(@Context HttpHeaders headers, InputStream body) {
        Actor actor = door.actor(headers);
        var upload = PictureUpload.receive(intake, actor, headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
        return switch (upload.taken()) {
            case Taken.Known known -> known(known.picture());
            case Taken.Fresh(NewPicture picture) ->
                door.once(
                        headers,
                        "POST /pictures",
                        upload.fingerprint(),
                        (by, transaction) -> kept(
                                new KeepPicture(
                                                by,
                                                picture,
                                                upload.description() == null
                                                        ? picture.description()
                                                        : upload.description())
                                        .perform(transaction),
                                picture.frames()));
        };
    }

    /// The form of an upload, for the description of the API.
    record UploadForm(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file,

            Description description) {}

    private static Response known(Picture picture) {
        View view = View.of(picture, "The same file is here already; nothing was changed.");
        return Answer.ok("" + view.version(), view).response();
    }

    private static Answer kept(Picture picture, int frames) {
        String note = frames < 2 ? null : "Only the first of its " + frames + " frames is kept.";
        return Answer.created("" + picture.version(), View.of(picture, note));
    }

    @GET
    @Path("pictures/{id: [1-9][0-9]{0,17}}/renditions/{name}")
    @Produces({"image/jpeg", "image/webp", "image/avif", Answer.PROBLEM_TYPE})
    @Operation(
            summary = "See a picture in a size, public or not",
            description = "The name is that of its public address: 800.jpg, 3x2-480.webp, 2x1-1216.avif.")
    public Response rendition(@Context HttpHeaders headers, @PathParam("id") long id, @PathParam("name") String name) {
        Policy.requireSomewhere(door.actor(headers), Power.READ_STORIES);
        Picture picture = database.read(sql -> new Pictures(sql).get(new PictureId(id)));
        Renditions.Made made = renditions
                .named(picture, name)
                .orElseThrow(() -> Problem.notFound("Picture " + id + " is not made in this size. Its sizes are "
                        + Stream.of(Shape.values())
                                .flatMap(shape -> Rendition.of(picture, shape).stream())
                                .map(size -> size.name(Format.JPEG))
                                .toList()
                        + ", also as .webp and .avif."));
        return Response.ok(made.bytes(), made.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("pictures/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "Read one")
    public Response read(@Context HttpHeaders headers, @PathParam("id") long id) {
        return door.read(headers, sql -> {
            View view = View.of(new Pictures(sql).get(new PictureId(id)));
            return Answer.ok("" + view.version(), view);
        });
    }

    @PUT
    @Path("pictures/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Describe a picture anew, wherever it is shown")
    public Response change(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Description.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Pictures(transaction.sql()).get(new PictureId(id));
            seen.check("" + before.version(), "The picture");
            var wish = Json.read(bytes, Description.class);
            View after = View.of(
                    new DescribePicture(actor, before.id(), before.version(), wish.checked()).perform(transaction));
            return Answer.ok("" + after.version(), after);
        });
    }

    @PUT
    @Path("pictures/{id: [1-9][0-9]{0,17}}/rights")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say from when until when a picture may be shown")
    public Response changeRights(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Term.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Pictures(transaction.sql()).get(new PictureId(id));
            seen.check("" + before.version(), "The picture");
            Rights rights = Json.read(bytes, Term.class).checked();
            View after = View.of(new ChangeRights(actor, before.id(), before.version(), rights).perform(transaction));
            return Answer.ok("" + after.version(), after);
        });
    }

    record Destruction(@Nullable String reason) {}

    @DELETE
    @Path("pictures/{id: [1-9][0-9]{0,17}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Destroy a picture for good",
            description =
                    "Its bytes, everything that was made of them, and what the library says of it. It leaves every"
                            + " page before the answer; a marked gap stays. Pictures with the very same bytes go with it.")
    public Response destroy(
            @Context HttpHeaders headers,
            @PathParam("id") long id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Destruction.class))) InputStream body) {
        byte[] bytes = Door.bytes(body);
        var seen = Precondition.of(headers);
        return door.change(headers, (actor, transaction) -> {
            var before = new Pictures(transaction.sql()).get(new PictureId(id));
            seen.check("" + before.version(), "The picture");
            String reason = Json.read(bytes, Destruction.class).reason();
            View after = View.of(
                    new DestroyPicture(actor, before.id(), null, reason == null ? "" : reason).perform(transaction));
            return Answer.ok("" + after.version(), after);
        });
    }
}
