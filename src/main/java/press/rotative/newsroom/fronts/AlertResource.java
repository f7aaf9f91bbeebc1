package press.rotative.newsroom.fronts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.LocalTimes;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.stories.StoryReference;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.house.AlertBand;
import press.rotative.story.house.AlertBands;
import press.rotative.story.house.SetAlert;
import press.rotative.story.house.TakeAlertDown;

/// The alert of an edition: the line over all its pages, set with an end and taken down.
@Path(FrontsResource.PATH)
@RunOnVirtualThread
class AlertResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}/alert";
    private static final String DOWN = "down";
    /// Offered first: a warning that nobody looks after goes before the day is over.
    private static final Duration USUAL = Duration.ofHours(4);

    private final Screens screens;

    AlertResource(Screens screens) {
        this.screens = screens;
    }

    /// Where the alert of an edition is looked after.
    static String path(Edition edition) {
        return FrontsResource.PATH + "/" + edition.id().value() + "/alert";
    }

    /// @param story one that it shall lead to; null: nobody chose
    @GET
    @Path(ONE)
    @Needs(Power.ARRANGE_FRONT)
    public Response show(@PathParam("id") long id, @QueryParam("story") @Nullable Long story) {
        Edition edition = edition(id);
        Form form = screens.form();
        screens.read(sql -> fill(sql, form, edition, story));
        return page(edition, form);
    }

    private Form fill(DSLContext sql, Form form, Edition edition, @Nullable Long chosen) {
        AlertBands.Standing standing = new AlertBands(sql).of(edition.id());
        AlertBand band = standing.band();
        Instant until = screens.now().plus(USUAL);
        form.with("version", "" + standing.version());
        Optional<Story> story = chosen == null ? Optional.empty() : chosen(sql, chosen);
        if (story.isPresent()) {
            String headline = new Stories(sql)
                    .liveContent(story.get())
                    .map(StoryContent::headline)
                    .orElse("");
            form.with("text", headline.length() <= AlertBand.LONGEST ? headline : "")
                    .with("story", "#" + story.get().id().value());
        } else if (band != null) {
            StoryId to = band.story();
            form.with("text", band.text()).with("story", to == null ? "" : "#" + to.value());
            until = band.until();
        }
        return form.with("until", LocalTimes.written(until, edition.timeZone()));
    }

    private Optional<Story> chosen(DSLContext sql, long id) {
        var stories = new Stories(sql);
        return stories.find(new StoryId(id)).filter(story -> stories.readable(screens.actor(), story));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.ARRANGE_FRONT)
    public Response set(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Edition edition = edition(id);
        Form form = screens.form(sent)
                .beside("text", "problem.story.needed", "problem.story.long", "problem.text.sign")
                .beside("story", "problem.alert.edition", "problem.alert.unpublic")
                .beside("until", "problem.alert.past", "problem.alert.long");
        return screens.submit(form, each -> set(edition, each), each -> page(edition, each));
    }

    private @Nullable Response set(Edition edition, Form form) {
        if (form.value("do").equals(DOWN)) {
            screens.perform(new TakeAlertDown(screens.actor(), edition.id(), form.version()));
            return screens.to(path(edition), "alert.down");
        }
        Instant until = form.take("until", text -> LocalTimes.read(text, edition.timeZone()));
        String named = form.value("story").strip();
        Optional<StoryId> story = named.isEmpty()
                ? Optional.empty()
                : screens.read(sql -> StoryReference.read(sql, screens.actor(), screens.ownPath(named)));
        if (!named.isEmpty() && story.isEmpty()) {
            form.refuseField("story", "problem.alert.story");
        }
        if (until == null || !form.good()) {
            return null;
        }
        screens.perform(new SetAlert(
                screens.actor(), edition.id(), form.version(), form.value("text"), story.orElse(null), until));
        return screens.to(path(edition), "alert.set");
    }

    private Edition edition(long id) {
        Edition edition = screens.read(sql -> new Editions(sql).get(new EditionId(id)));
        Policy.require(screens.actor(), Power.ARRANGE_FRONT, () -> Scope.ofEdition(id));
        return edition;
    }

    private Response page(Edition edition, Form form) {
        Shell shell = screens.shell("alert.title", NavItem.FRONTS, edition.name());
        AlertPage page = screens.read(sql -> {
            AlertBands.Standing standing = new AlertBands(sql).of(edition.id());
            if (!form.good()) {
                form.with("version", "" + standing.version());
            }
            return new AlertPage(
                    shell,
                    form,
                    path(edition),
                    "/" + edition.code() + "/",
                    edition.language(),
                    edition.direction(),
                    standing.band() == null ? null : standing(sql, shell, standing.band()),
                    shell.say("story.at.hint", edition.timeZone().getId()),
                    AlertBand.LONGEST);
        });
        return screens.showAgain(form, shell, Templates.alert(page));
    }

    private AlertPage.Standing standing(DSLContext sql, Shell shell, AlertBand band) {
        StoryId to = band.story();
        var stories = new Stories(sql);
        Story story = to == null ? null : stories.get(to);
        return new AlertPage.Standing(
                band.text(),
                story == null ? List.of() : List.of(to(shell, stories, story)),
                story != null && story.pubStatus() != PubStatus.USABLE,
                shell.dates().stampWithTime(band.since()),
                shell.dates().stampWithTime(band.until()));
    }

    private AlertPage.To to(Shell shell, Stories stories, Story story) {
        String path = "/newsroom/stories/" + story.id().value();
        return new AlertPage.To(
                path,
                stories.readable(screens.actor(), story)
                        ? stories.liveContent(story)
                                .map(StoryContent::headline)
                                .orElse("#" + story.id().value())
                        : shell.say("alert.story.unread"));
    }
}
