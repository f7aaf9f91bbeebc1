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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Proved;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Concepts;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.ManagedNames;
import press.rotative.story.acts.MergeConcept;

/// Merging a concept into another one: first which, then what that changes, then yes.
@Path("/newsroom/manage/concepts/{id: [1-9][0-9]{0,17}}/merge")
@RunOnVirtualThread
class MergeResource {
    private static final int OFFERED = 20;
    private static final int LONGEST = 200;

    private final Screens screens;

    MergeResource(Screens screens) {
        this.screens = screens;
    }

    @GET
    @Needs(Power.MANAGE_CONCEPTS)
    public Response choose(@PathParam("id") long id, @Context UriInfo asked) {
        Map<String, String> parameters = Asked.parameters(asked);
        Form form = screens.form().with("into", parameters.get("into")).with("q", parameters.get("q"));
        return page(new ConceptId(id), form);
    }

    /// For ever, so it is asked who one is.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Power.MANAGE_CONCEPTS)
    @Proved
    public Response merge(@PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return screens.submit(
                screens.form(sent), form -> merge(new ConceptId(id), form), form -> page(new ConceptId(id), form));
    }

    private @Nullable Response merge(ConceptId id, Form form) {
        Long into = Asked.number(form.value("into"));
        if (into == null) {
            form.refuse("manage.merge.choose");
            return null;
        }
        Long seen = Asked.number(form.value("other"));
        Concept kept = screens.perform(new MergeConcept(
                screens.actor(),
                id,
                new ConceptId(into),
                form.version(),
                seen == null ? null : Math.toIntExact(Math.min(seen, Integer.MAX_VALUE))));
        return screens.to(Tab.CONCEPTS.path() + "/" + kept.id().value(), "merged");
    }

    private Response page(ConceptId id, Form form) {
        Concept concept = screens.read(sql -> new Concepts(sql).unmerged(id));
        List<String> languages = screens.read(sql -> ConceptForm.languages(sql, null));
        String name = ConceptLines.name(concept, languages);
        Shell shell = screens.shell("manage.merge.title", NavItem.MANAGE, name);
        String back = Tab.CONCEPTS.path() + "/" + id.value();
        form.with("version", "" + concept.version());
        MergePage page = screens.read(sql -> {
            var lines = new ConceptLines(shell, languages);
            Concept kept = kept(sql, concept, form);
            String words = form.value("q").isBlank() ? name : Asked.words(form.value("q"), LONGEST);
            var names = new ManagedNames(sql);
            var found = names.concepts(words, null, null, OFFERED + 1);
            List<Concept> others = kept != null
                    ? List.of()
                    : found.names().stream()
                            .filter(each -> !each.id().equals(id))
                            .limit(OFFERED)
                            .toList();
            var stories =
                    names.storiesAbout(others.stream().map(Concept::id).toList(), ManagedNames.MOST_COUNTED_IN_LISTS);
            return new MergePage(
                    shell,
                    Tab.links(screens.actor(), shell.words(), Tab.CONCEPTS),
                    form,
                    back + "/merge",
                    back,
                    words,
                    others.stream()
                            .map(each -> lines.line(
                                    each, back + "/merge?into=" + each.id().value(), stories))
                            .toList(),
                    found.next() != null,
                    kept == null ? null : asked(sql, lines, form, concept, kept));
        });
        return screens.showAgain(form, shell, Templates.merge(page));
    }

    /// The one that was chosen, if it is another.
    private static @Nullable Concept kept(DSLContext sql, Concept concept, Form form) {
        Long into = Asked.number(form.value("into"));
        Concept kept = into == null
                ? null
                : new Concepts(sql).find(List.of(new ConceptId(into))).get(new ConceptId(into));
        return kept == null || kept.id().equals(concept.id()) ? null : kept;
    }

    /// How many stories are about one of two, of which so many are about both; counted as each of them.
    private static int together(int one, int other, int both) {
        return Math.max(one, other) > ManagedNames.MOST_COUNTED ? ManagedNames.MOST_COUNTED + 1 : one + other - both;
    }

    private static MergePage.Asked asked(DSLContext sql, ConceptLines lines, Form form, Concept concept, Concept kept) {
        var words = lines.words();
        var names = new ManagedNames(sql);
        Map<ConceptId, Map<EditionId, Integer>> stories =
                names.storiesAbout(List.of(concept.id(), kept.id()), ManagedNames.MOST_COUNTED);
        Map<EditionId, Integer> both = names.storiesAboutBoth(concept.id(), kept.id(), ManagedNames.MOST_COUNTED);
        Map<EditionId, Integer> merged = stories.getOrDefault(concept.id(), Map.of());
        var changes = new ArrayList<String>();
        changes.add(PublicPages.counted(words, "manage.merge.stories", merged.values(), ManagedNames.MOST_COUNTED));
        if (!both.isEmpty()) {
            changes.add(PublicPages.counted(words, "manage.merge.both", both.values(), ManagedNames.MOST_COUNTED));
        }
        form.with("other", "" + kept.version());
        Map<EditionId, Integer> together = new LinkedHashMap<>(stories.getOrDefault(kept.id(), Map.of()));
        merged.forEach((edition, count) ->
                together.merge(edition, count, (one, other) -> together(one, other, both.getOrDefault(edition, 0))));
        return new MergePage.Asked(
                "" + kept.id().value(),
                words.say("manage.merge.sentence", lines.said(concept), lines.said(kept)),
                changes,
                String.join(" · ", MergeConcept.missing(concept, kept).values()),
                PublicPages.of(words, new Editions(sql).all(), together, edition -> Concepts.path(edition, kept)));
    }
}
