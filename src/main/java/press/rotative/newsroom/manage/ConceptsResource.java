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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Power;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.ManagedNames;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.CreateConcept;

/// What stories are about: the list, one of them, and a new one.
@Path("/newsroom/manage/concepts")
@RunOnVirtualThread
class ConceptsResource {
    private static final String ONE = "{id: [1-9][0-9]{0,17}}";
    private static final String NEW = Tab.CONCEPTS.path() + "/new";

    private final Screens screens;

    ConceptsResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_CONCEPTS)
    public Response list(@Context UriInfo asked) {
        NamesQuery query = NamesQuery.of(Asked.parameters(asked));
        Shell shell = screens.shell("manage.concepts", NavItem.MANAGE);
        NamesPage page = screens.read(sql -> {
            var names = new ManagedNames(sql);
            ManagedNames.Listing<Concept> found =
                    names.concepts(query.words(), query.kind(), query.after(), NamesQuery.ON_A_PAGE);
            Map<ConceptId, Map<EditionId, Integer>> stories = names.storiesAbout(
                    found.names().stream().map(Concept::id).toList(), ManagedNames.MOST_COUNTED_IN_LISTS);
            var lines = new ConceptLines(shell, ConceptForm.languages(sql, null));
            return NamesPage.of(
                    shell,
                    screens.actor(),
                    Tab.CONCEPTS,
                    query,
                    kinds(shell.words(), query.kind(), true),
                    "manage.concept.new",
                    found.names().stream()
                            .map(each -> lines.line(each, path(each.id()), stories))
                            .toList(),
                    found.next());
        });
        return screens.show(shell, Templates.names(page));
    }

    /// @param all whether no kind is a choice too
    private static List<DeskPage.Choice> kinds(Words words, @Nullable ConceptKind chosen, boolean all) {
        var choices = new ArrayList<DeskPage.Choice>();
        if (all) {
            choices.add(new DeskPage.Choice("", words.say("manage.kind.any"), chosen == null, null, null));
        }
        for (ConceptKind kind : ConceptKind.values()) {
            choices.add(new DeskPage.Choice(kind.label(), ConceptLines.kind(words, kind), chosen == kind, null, null));
        }
        return choices;
    }

    @GET
    @Path("new")
    @Needs(Power.MANAGE_CONCEPTS)
    public Response ask() {
        return fresh(screens.form().with("kind", ConceptKind.TOPIC.label()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_CONCEPTS)
    public Response add(MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), this::add, this::fresh);
    }

    private @Nullable Response add(Form form) {
        Typed typed = typed(form, null).orElse(null);
        if (typed == null) {
            return null;
        }
        Concept concept = screens.perform(new CreateConcept(screens.actor(), typed.kind(), typed.labels()));
        return screens.to(path(concept.id()), "added");
    }

    private record Typed(ConceptKind kind, Map<String, String> labels) {}

    /// A label that another concept of the kind has is taken only from somebody who says that this is one of its own.
    ///
    /// @return empty when a field is wrong; the form says which
    private Optional<Typed> typed(Form form, @Nullable Concept self) {
        ConceptKind kind = form.take("kind", ConceptKind::named);
        return screens.read(sql -> {
            List<String> languages = ConceptForm.languages(sql, self);
            Map<String, String> labels = ConceptForm.labels(form, languages);
            if (kind == null || labels == null) {
                return Optional.empty();
            }
            if (!form.has("another", "on")) {
                ConceptForm.known(sql, form, kind, languages, self)
                        .forEach((field, other) -> form.refuseField(field, "problem.concept.known", form.value(field)));
            }
            return form.good() ? Optional.of(new Typed(kind, labels)) : Optional.empty();
        });
    }

    private Response fresh(Form form) {
        Shell shell = screens.shell("manage.concept.new", NavItem.MANAGE);
        return page(shell, form, Tab.CONCEPTS.path(), null);
    }

    @GET
    @Path(ONE)
    @Needs(Power.MANAGE_CONCEPTS)
    public Response one(@PathParam("id") long id) {
        Concept concept = screens.read(sql -> new Concepts(sql).get(new ConceptId(id)));
        return concept.id().value() == id ? page(id, filled(concept)) : screens.to(path(concept.id()));
    }

    private Form filled(Concept concept) {
        Form form = screens.form();
        screens.read(sql -> ConceptForm.languages(sql, concept))
                .forEach(language -> form.with(ConceptForm.field(language), ""));
        return ConceptForm.fill(form, concept);
    }

    private Concept get(long id) {
        return screens.read(sql -> new Concepts(sql).unmerged(new ConceptId(id)));
    }

    @POST
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_CONCEPTS)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(screens.form(sent), form -> change(get(id), form), form -> page(id, form));
    }

    private @Nullable Response change(Concept before, Form form) {
        Typed typed = typed(form, before).orElse(null);
        if (typed == null) {
            return null;
        }
        screens.perform(new ChangeConcept(
                screens.actor(),
                before.id(),
                form.version(),
                typed.kind(),
                typed.labels(),
                ConceptForm.dropped(before, typed.labels())));
        return screens.to(path(before.id()), "saved");
    }

    private static String path(ConceptId id) {
        return Tab.CONCEPTS.path() + "/" + id.value();
    }

    private Response page(long id, Form form) {
        Concept concept = get(id);
        Shell shell = screens.shell(
                "manage.concept.title",
                NavItem.MANAGE,
                concept.label(screens.tongue().language()).text());
        return page(shell, form, path(concept.id()), concept);
    }

    /// @param concept null: one that is being added
    private Response page(Shell shell, Form form, String path, @Nullable Concept concept) {
        boolean late = concept != null && ManagedForm.late(form, filled(concept));
        if (concept != null) {
            ConceptForm.fillUnsent(form, concept);
        }
        ConceptPage page = screens.read(sql -> {
            List<String> languages = ConceptForm.languages(sql, concept);
            var lines = new ConceptLines(shell, languages);
            ConceptKind kind = Arrays.stream(ConceptKind.values())
                    .filter(each -> each.label().equals(form.value("kind")))
                    .findFirst()
                    .orElse(null);
            Collection<Concept> known = form.good() || kind == null
                    ? List.of()
                    : Set.copyOf(ConceptForm.known(sql, form, kind, languages, concept)
                            .values());
            Map<EditionId, Integer> stories = concept == null
                    ? Map.of()
                    : new ManagedNames(sql)
                            .storiesAbout(List.of(concept.id()), ManagedNames.MOST_COUNTED)
                            .getOrDefault(concept.id(), Map.of());
            return new ConceptPage(
                    shell,
                    Tab.links(screens.actor(), shell.words(), Tab.CONCEPTS),
                    form,
                    path,
                    concept == null,
                    kinds(shell.words(), kind, false),
                    ConceptForm.fields(shell, languages),
                    concept == null
                            ? List.of()
                            : PublicPages.of(
                                    shell.words(),
                                    new Editions(sql).all(),
                                    stories,
                                    edition -> Concepts.path(edition, concept)),
                    concept == null ? List.of() : new Concepts(sql).formerNames(concept),
                    known.stream()
                            .map(each -> lines.line(each, path(each.id()), Map.of()))
                            .toList(),
                    late && concept != null
                            ? ConceptLines.kind(shell.words(), concept.kind()) + ": "
                                    + ConceptForm.said(concept, languages)
                            : null);
        });
        return screens.showAgain(form, shell, Templates.concept(page));
    }
}
