package press.rotative.newsroom.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Rights;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.search.StaffSearch;
import press.rotative.story.Editions;
import press.rotative.story.Versions;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.DescribePicture;

/// One picture: its words, its focal point and crops, its rights, and where it is used.
@Path("/newsroom/pictures/{id: [1-9][0-9]{0,17}}")
@RunOnVirtualThread
class PictureResource {
    private final Screens screens;
    private final StaffSearch search;
    private final Renditions renditions;

    PictureResource(Screens screens, StaffSearch search, Renditions renditions) {
        this.screens = screens;
        this.search = search;
        this.renditions = renditions;
    }

    @GET
    @Needs({Power.READ_STORIES, Power.UPLOAD_PICTURE})
    public Response picture(@PathParam("id") long id) {
        Form now = now(id);
        return page(id, now.catchUp(now));
    }

    private Form now(long id) {
        return DescriptionForm.fill(screens.form(), get(id), zone());
    }

    private Response page(long id, Form form) {
        Shell bare = screens.shell("media.one.title", NavItem.PICTURES, id).withScripts(Screens.asset("media.js"));
        Shell shell = bare.withKeys(new Shell.Key("/", bare.say("search.key")));
        PicturePage page = screens.read(
                sql -> new PictureMaker(sql, search, shell, screens.actor(), screens.now()).page(new PictureId(id)));
        return screens.showAgain(form, shell, Templates.picture(page, form));
    }

    private Picture get(long id) {
        return screens.read(sql -> new Pictures(sql).get(new PictureId(id)));
    }

    private ZoneId zone() {
        return screens.read(sql -> Editions.timeZone(new Editions(sql).all()));
    }

    /// Words and focal point; a click on the picture sends its place beside the fields. What is not sent stays. To
    /// a script it tells the picture as [PickedPicture], or a problem.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.EDIT_PICTURE)
    public Response describe(
            @Context HttpHeaders headers, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        if (Asked.byScript(headers)) {
            return PickerResource.told(screens, described(id, sent));
        }
        return change(id, sent, "picture.described");
    }

    private Picture described(long id, MultivaluedMap<String, String> sent) {
        Actor actor = screens.actor();
        Form form = filled(id, sent);
        PictureDescription description = DescriptionForm.read(form, get(id));
        if (description == null) {
            String across = form.wrong("across");
            throw Problem.invalid(String.valueOf(across == null ? form.wrong("down") : across));
        }
        return screens.perform(new DescribePicture(actor, new PictureId(id), form.version(), description));
    }

    private Form filled(long id, MultivaluedMap<String, String> sent) {
        Form form = now(id);
        Form typed = screens.form(sent);
        sent.keySet().forEach(field -> form.with(field, typed.values(field)));
        if (sent.containsKey("headline") && !sent.containsKey("archive")) {
            form.with("archive", (String) null);
        }
        return form;
    }

    /// The same form, by its other button.
    @POST
    @Path("rights")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.EDIT_PICTURE)
    public Response rights(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return change(id, sent, "picture.rights");
    }

    /// Words and rights stand in one form: whichever button sends it, all of it is taken. A form that is refused comes
    /// back as it was sent, with the rest of the page as it is now. When somebody changed the picture meanwhile, it
    /// says so, fields that the writer left alone show what stands now, and sent once more it counts.
    private Response change(long id, MultivaluedMap<String, String> sent, String done) {
        return screens.submit(
                filled(id, sent),
                filled -> {
                    try {
                        Act<Picture> act = act(id, filled);
                        if (act == null) {
                            return null;
                        }
                        screens.perform(act);
                    } catch (Problem problem) {
                        if (problem.category() == Problem.Category.CHANGED) {
                            filled.catchUp(now(id));
                        }
                        throw problem;
                    }
                    return screens.to(LibraryQuery.PATH + "/" + id, done);
                },
                refused -> page(id, refused));
    }

    /// @return null when a field is wrong; the form says which
    private @Nullable Act<Picture> act(long id, Form form) {
        Actor actor = screens.actor();
        Picture before = get(id);
        Versions.expect(form.version(), before.version(), "The picture");
        PictureDescription description = DescriptionForm.read(form, before);
        Rights rights = DescriptionForm.rights(form, before, zone());
        Integer version = form.version();
        if (description == null || rights == null) {
            return null;
        }
        return transaction -> {
            Picture after = before;
            boolean described = !description.equals(before.description());
            boolean ruled = !rights.equals(before.rights());
            if (described || !ruled) {
                after = new DescribePicture(actor, before.id(), version, description).perform(transaction);
            }
            if (ruled) {
                Integer expected = described ? Integer.valueOf(after.version()) : version;
                after = new ChangeRights(actor, before.id(), expected, rights).perform(transaction);
            }
            return after;
        };
    }

    /// The picture in a size, public or not.
    @GET
    @Path("renditions/{name}")
    @Needs({Power.READ_STORIES, Power.UPLOAD_PICTURE})
    public Response rendition(@PathParam("id") long id, @PathParam("name") String name) {
        Renditions.Made made = renditions.named(get(id), name).orElseThrow(() -> Problem.notFound(
                        "Picture " + id + " is not made in this size.")
                .as("problem.media.size"));
        return Response.ok(made.bytes(), made.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, made.lasting() ? "private, max-age=86400" : "private, no-cache")
                .build();
    }
}
