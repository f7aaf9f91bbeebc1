package press.rotative.newsroom.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.site.Finder;
import press.rotative.story.DeskList;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.Workflow;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Parts;
import press.rotative.story.writing.Standing;

/// What the editor asks for while somebody writes: it saves what changed since the last save, hears what others
/// did, and looks stories up. It writes the same form as the page without a script, the body block by block.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class EditorResource {
    private static final int MOST_FOUND = 12;
    private static final int LONGEST_WORDS = 200;

    private final Screens screens;
    private final Finder finder;

    EditorResource(Screens screens, Finder finder) {
        this.screens = screens;
        this.finder = finder;
    }

    /// @param key the writer's own name for this save: sent again, it is done once
    /// @param seen the `tag` of the answer before; empty: none
    /// @param base the content without its blocks that the fields were changed from, as an answer told it
    /// @param fields of the form, as they were typed
    /// @param blocks what was done to blocks and their order
    record Save(
            @Nullable String key,
            @Nullable String seen,
            @Nullable String base,
            @Nullable Map<String, List<String>> fields,
            @Nullable List<PartChange> blocks) {}

    @POST
    @Path("saves")
    @Needs(Power.WRITE_STORY)
    public Response save(@PathParam("id") long id, String body) {
        Save save = read(body);
        if (save.key() == null || save.base() == null || save.fields() == null || save.blocks() == null) {
            throw Problem.invalid("A save has a 'key', the 'base' of its 'fields', and 'blocks'.");
        }
        if (save.blocks().stream().anyMatch(Objects::isNull)
                || save.fields().values().stream().anyMatch(EditorResource::isNoField)) {
            throw Problem.invalid("'blocks' is a list of changes; each of the 'fields' is a list of texts.");
        }
        if (save.blocks().stream().anyMatch(change -> !isOfBody(change.part()))) {
            throw Problem.invalid("'blocks' holds changes of blocks and of their 'order' only.");
        }
        StoryContent base = StoryJson.read(save.base());
        Map<String, String> wrong = new LinkedHashMap<>();
        TypedStory typed = typed(id, save.fields(), base, wrong);
        SaveStory.Saved saved = saved(new SaveStory(
                screens.actor(),
                new StoryId(id),
                save.key(),
                save.seen() == null ? "" : save.seen(),
                base,
                typed,
                save.blocks()));
        return answer(id, maker -> maker.answer(saved.standing(), saved.mine(), wrong, screens.form()));
    }

    private SaveStory.Saved saved(SaveStory act) {
        try {
            return screens.perform(act);
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
    }

    private static Save read(String body) {
        try {
            Save save = StoryJson.MAPPER.readValue(body, Save.class);
            if (save != null) {
                return save;
            }
        } catch (JsonProcessingException wrong) {
            throw StoryJson.problem(wrong);
        }
        throw Problem.invalid("A save is a JSON object.");
    }

    private static boolean isNoField(@Nullable List<String> typed) {
        return typed == null || typed.stream().anyMatch(Objects::isNull);
    }

    static boolean isOfBody(String part) {
        return part.equals(Parts.ORDER) || part.startsWith(Parts.BLOCK);
    }

    /// Reads the fields. One that is wrong is named, and read as it was: the others are saved in any case.
    private TypedStory typed(long id, Map<String, List<String>> fields, StoryContent base, Map<String, String> wrong) {
        Form before = screens.form();
        screens.read(sql -> {
            Edition edition =
                    new Editions(sql).get(new Stories(sql).get(new StoryId(id)).edition());
            String related = new RelatedLines(sql, screens.actor(), base).shown();
            TypedStory.fill(before, base, new NamesOfStory(sql, edition.language(), base).shown(related));
            return before;
        });
        var values = new MultivaluedHashMap<String, String>();
        fields.forEach((field, typed) -> values.put(field, new ArrayList<>(typed)));
        values.putSingle("body", "");
        for (int round = 0; round <= fields.size(); round++) {
            Form form = screens.form(values);
            TypedStory typed = TypedStory.read(form, base);
            if (typed != null && NamesOfStory.known(screens, id, form, base, typed)) {
                return typed;
            }
            Set<String> named = new LinkedHashSet<>(values.keySet());
            named.removeIf(field -> form.wrong(field) == null);
            if (named.isEmpty()) {
                break;
            }
            for (String field : named) {
                wrong.put(field, String.valueOf(form.wrong(field)));
                values.put(field, new ArrayList<>(before.values(field)));
            }
        }
        throw Problem.invalid("The fields of the story cannot be read.").as("problem.story.base");
    }

    /// How the story stands, and what changed since a state that was seen.
    @GET
    @Path("standing")
    @Needs(Power.READ_STORIES)
    public Response standing(@PathParam("id") long id, @QueryParam("seen") @DefaultValue("") String seen) {
        return answer(id, maker -> maker.answer(maker.standing(seen), null, Map.of(), screens.form()));
    }

    private Response answer(long id, Function<StoryPageMaker, EditorAnswer> answer) {
        Shell shell = screens.shell("story.title", NavItem.DESK, id);
        EditorAnswer told = screens.read(sql -> answer.apply(
                new StoryPageMaker(sql, shell, screens.actor(), screens.now(), new Stories(sql).get(new StoryId(id)))));
        return json(told);
    }

    static Response json(Object value) {
        try {
            return Response.ok(StoryJson.MAPPER.writeValueAsString(value), MediaType.APPLICATION_JSON)
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    /// Stories of ours whose headline holds the words, each from its beginning; those last touched come first, then
    /// what the public can find.
    @GET
    @Path("suggestions")
    @Needs(Power.READ_STORIES)
    public Response suggestions(@PathParam("id") long id, @QueryParam("words") @DefaultValue("") String words) {
        String typed = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        return json(screens.read(sql -> suggestions(sql, new StoryId(id), typed)));
    }

    private List<EditorAnswer.StoryOfStory> suggestions(DSLContext sql, StoryId id, String typed) {
        var stories = new Stories(sql);
        Story story = stories.get(id);
        stories.require(screens.actor(), Power.READ_STORIES, story);
        Edition edition = new Editions(sql).get(story.edition());
        var wanted = new DeskList.Wanted(
                null,
                null,
                null,
                null,
                typed.isBlank() ? List.of() : List.of(typed.strip().split("\\s+")));
        Set<StoryId> found = new LinkedHashSet<>();
        new DeskList(sql, screens.actor())
                .stories(EnumSet.allOf(Workflow.class), wanted, null, MOST_FOUND + 1)
                .rows()
                .forEach(row -> found.add(row.story()));
        if (!typed.isBlank() && found.size() < MOST_FOUND) {
            found.addAll(finder.beginning(edition.id(), edition.language(), typed, MOST_FOUND));
        }
        found.remove(id);
        var shown = new StoriesOfStory(sql, screens.words(), screens.actor()).of(found);
        return found.stream()
                .flatMap(each -> Optional.ofNullable(shown.get(each.value())).stream())
                .limit(MOST_FOUND)
                .toList();
    }

    static Map<String, @Nullable JsonNode> parts(Standing standing) {
        Parts all = Parts.of(standing.content());
        Map<String, @Nullable JsonNode> parts = new LinkedHashMap<>();
        (standing.parts() == null ? all.names() : standing.parts())
                .stream().filter(EditorResource::isOfBody).forEach(part -> parts.put(part, all.get(part)));
        return parts;
    }
}
