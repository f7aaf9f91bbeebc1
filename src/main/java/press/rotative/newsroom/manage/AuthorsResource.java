package press.rotative.newsroom.manage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.ListAddresses;
import press.rotative.story.ManagedNames;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.RenameAuthor;

/// Who signs: the list, one of them, and a new one.
@Path("/newsroom/manage/authors")
@RunOnVirtualThread
class AuthorsResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = Tab.AUTHORS.path() + "/new";

    private final Screens screens;

    AuthorsResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_AUTHORS)
    public Response list(@Context UriInfo asked) {
        NamesQuery query = NamesQuery.of(Asked.parameters(asked));
        Shell shell = screens.shell("manage.authors", NavItem.MANAGE);
        NamesPage page = screens.read(sql -> {
            var names = new ManagedNames(sql);
            ManagedNames.Listing<Author> found = names.authors(query.words(), query.after(), NamesQuery.ON_A_PAGE);
            Map<AuthorId, Map<EditionId, Integer>> stories = names.storiesBy(
                    found.names().stream().map(Author::id).toList(), ManagedNames.MOST_COUNTED_IN_LISTS);
            return NamesPage.of(
                    shell,
                    screens.actor(),
                    Tab.AUTHORS,
                    query,
                    List.of(),
                    "manage.author.new",
                    found.names().stream()
                            .map(author -> line(shell, author, stories.getOrDefault(author.id(), Map.of())))
                            .toList(),
                    found.next());
        });
        return screens.show(shell, Templates.names(page));
    }

    private static NameLine line(Shell shell, Author author, Map<EditionId, Integer> stories) {
        return new NameLine(
                author.name(),
                null,
                "auto",
                path(author.id()),
                author.note() == null ? "" : author.note(),
                "",
                PublicPages.stories(shell.words(), stories, ManagedNames.MOST_COUNTED_IN_LISTS));
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_AUTHORS)
    public Response ask() {
        return fresh(screens.form());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_AUTHORS)
    public Response add(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::add, this::fresh);
    }

    private @Nullable Response add(Form form) {
        String name = form.take("name", Authors::checkedName);
        String note = form.take("note", AuthorsResource::note);
        if (name == null || note == null) {
            return null;
        }
        if (!form.has("another", "on") && !known(form).isEmpty()) {
            form.refuseField("name", "problem.author.known", name);
            return null;
        }
        Author author = screens.perform(new CreateAuthor(screens.actor(), name, note));
        return screens.to(path(author.id()), "added");
    }

    /// Others of the name that was typed.
    private List<Author> known(Form form) {
        return screens.read(
                sql -> new Authors(sql).named(form.value("name")).map(List::of).orElse(List.of()));
    }

    private Response fresh(Form form) {
        Shell shell = screens.shell("manage.author.new", NavItem.MANAGE);
        List<NameLine> known = form.wrong("name") == null
                ? List.of()
                : known(form).stream()
                        .map(author -> line(shell, author, Map.of()))
                        .toList();
        var page = new AuthorPage(
                shell,
                Tab.links(screens.actor(), shell.words(), Tab.AUTHORS),
                form,
                Tab.AUTHORS.path(),
                true,
                List.of(),
                known,
                null);
        return screens.showAgain(form, shell, Templates.author(page));
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_AUTHORS)
    public Response one(@PathParam("id") long id) {
        return page(id, filled(get(id)));
    }

    private Form filled(Author author) {
        return screens.form()
                .with("version", "" + author.version())
                .with("name", author.name())
                .with("note", author.note());
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_AUTHORS)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), form -> change(id, form), form -> page(id, form));
    }

    private @Nullable Response change(long id, Form form) {
        String name = form.take("name", Authors::checkedName);
        String note = form.take("note", AuthorsResource::note);
        if (name == null || note == null) {
            return null;
        }
        screens.perform(new RenameAuthor(screens.actor(), new AuthorId(id), form.version(), name, note));
        return screens.to(path(new AuthorId(id)), "saved");
    }

    /// Empty where nothing is said.
    private static String note(String typed) {
        String note = Authors.checkedNote(typed.replace("\r\n", "\n"));
        return note == null ? "" : note;
    }

    private Author get(long id) {
        return screens.read(sql -> new Authors(sql).get(new AuthorId(id)));
    }

    private static String path(AuthorId id) {
        return Tab.AUTHORS.path() + "/" + id.value();
    }

    private Response page(long id, Form form) {
        Shell shell = screens.shell("manage.author.title", NavItem.MANAGE, get(id).name());
        AuthorPage page = screens.read(sql -> {
            Author author = new Authors(sql).get(new AuthorId(id));
            boolean changed = ManagedForm.late(form, filled(author));
            List<Edition> editions = new Editions(sql).all();
            Map<EditionId, Integer> stories = new ManagedNames(sql)
                    .storiesBy(List.of(author.id()), ManagedNames.MOST_COUNTED)
                    .getOrDefault(author.id(), Map.of());
            return new AuthorPage(
                    shell,
                    Tab.links(screens.actor(), shell.words(), Tab.AUTHORS),
                    form,
                    path(author.id()),
                    false,
                    PublicPages.of(shell.words(), editions, stories, edition -> ListAddresses.path(edition, author)),
                    List.of(),
                    changed ? author.name() : null);
        });
        return screens.showAgain(form, shell, Templates.author(page));
    }
}
