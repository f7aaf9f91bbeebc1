package press.rotative.newsroom.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;
import press.rotative.people.Power;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Editions;

/// The journal: who signed in, who changed what, what became public. Whoever looks at it stands in it.
@Path("/newsroom/journal")
@RunOnVirtualThread
class JournalResource {
    private static final String HERE = "/newsroom/journal";
    private static final int MOST_PEOPLE = 500;

    private final Screens screens;
    private final Looks looks;
    private final Semaphore checking = new Semaphore(1);

    JournalResource(Screens screens, Looks looks) {
        this.screens = screens;
        this.looks = looks;
    }

    @GET
    @Needs(Power.READ_STAFF_LOG)
    public Response show(
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("before") @DefaultValue("") String before) {
        Form form = screens.form()
                .with("person", person.matches("[0-9]{1,18}") ? person : "")
                .with("kind", JournalKind.labelled(kind).map(JournalKind::label).orElse(""))
                .with("day", day(day).map(LocalDate::toString).orElse(""));
        note("journal-viewed", (asked(form) + (before.isEmpty() ? "" : " before " + before)).strip());
        return page(form, place(before));
    }

    private static Optional<LocalDate> day(String day) {
        try {
            return day.length() == 10 ? Optional.of(LocalDate.parse(day)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Journal.Place place(String before) {
        if (!before.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return Journal.Place.NEWEST;
        }
        String[] numbers = before.split("-");
        return new Journal.Place(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private static String asked(Form form) {
        String person = form.value("person").isEmpty() ? "" : "staff " + form.value("person") + " ";
        return person + form.value("kind") + " " + form.value("day");
    }

    private void note(String act, String subject) {
        String text = subject.length() <= 200 ? subject : subject.substring(0, 200);
        looks.note(Power.READ_STAFF_LOG, act, text.isEmpty() ? "journal" : text);
    }

    /// Whether each row of both logs follows from those before it. One at a time: over a large log it takes seconds.
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.READ_STAFF_LOG)
    public Response check(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::check, form -> page(form, Journal.Place.NEWEST));
    }

    private @Nullable Response check(Form form) {
        if (!checking.tryAcquire()) {
            throw new Problem(Problem.Category.OVERLOADED, "The journal is being checked already. Wait a little.")
                    .as("problem.journal.checking");
        }
        try {
            Optional<Long> staff = screens.read(StaffLog::firstBroken);
            Optional<Long> publication = screens.read(sql -> new PublicationLog(sql).firstBroken());
            note("journal-checked", staff.isEmpty() && publication.isEmpty() ? "whole" : "broken");
            if (staff.isPresent()) {
                form.refuse("journal.broken", staff.get());
            } else if (publication.isPresent()) {
                form.refuse("journal.broken.public", publication.get());
            }
            return form.good() ? screens.to(HERE, "journal.whole") : null;
        } finally {
            checking.release();
        }
    }

    private Response page(Form form, Journal.Place place) {
        Shell shell = screens.shell("journal.title", NavItem.JOURNAL);
        String person = form.value("person");
        var page = screens.read(sql -> {
            var asked = new Journal.Asked(
                    person.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(person)),
                    JournalKind.labelled(form.value("kind")),
                    day(form.value("day")),
                    zone(sql),
                    place);
            Journal.Listed listed = Journal.list(sql, asked, shell);
            return new JournalPage(
                    shell,
                    form,
                    people(sql, person),
                    Arrays.stream(JournalKind.values())
                            .map(kind -> Map.entry(kind.label(), shell.say("journal.kind." + kind.label())))
                            .toList(),
                    listed.lines(),
                    listed.next() == null ? null : older(form, listed.next()));
        });
        return screens.showAgain(form, shell, Templates.journal(page));
    }

    private static ZoneId zone(DSLContext sql) {
        return Editions.timeZone(new Editions(sql).all());
    }

    /// Those who are here, and whoever is asked for.
    private static List<Map.Entry<String, String>> people(DSLContext sql, String asked) {
        var staff = new Staff(sql);
        List<Map.Entry<String, String>> people = new ArrayList<>();
        for (Member member : staff.members(true, "", MOST_PEOPLE)) {
            people.add(Map.entry(Long.toString(member.id()), member.name()));
        }
        if (!asked.isEmpty() && people.stream().noneMatch(each -> each.getKey().equals(asked))) {
            people.add(Map.entry(asked, staff.name(Long.parseLong(asked)).orElse(asked)));
        }
        return people;
    }

    private static String older(Form form, Journal.Place place) {
        return HERE + "?person=" + form.value("person") + "&kind=" + form.value("kind") + "&day=" + form.value("day")
                + "&before=" + place.staff() + "-" + place.publication();
    }
}
