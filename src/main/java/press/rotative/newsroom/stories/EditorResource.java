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
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Asked;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.NavItem;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Said;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.Unattended;
import press.rotative.newsroom.desk.DeskQuery;
import press.rotative.people.Power;
import press.rotative.platform.Bodies;
import press.rotative.platform.Problem;
import press.rotative.site.Finder;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.writing.Journal;
import press.rotative.story.writing.PartChange;
import press.rotative.story.writing.Parts;
import press.rotative.story.writing.Standing;

/// What the editor asks for while somebody writes: it saves what changed since the last save, hears what others
/// did, and looks stories up. It writes the same form as the page without a script, the body block by block.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}")
@RunOnVirtualThread
class EditorResource {
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
    /// @param blocks what was done to blocks and their order; a block that breaks a rule is left out, and named
    record Save(
            @Nullable String key,
            @Nullable String seen,
            @Nullable String base,
            @Nullable Map<String, List<String>> fields,
            @Nullable List<PartChange> blocks) {}

    @POST
    @Path("saves")
    @Needs(Power.WRITE_STORY)
    public Response save(@PathParam("id") long id, InputStream body) {
        Save save = read(Bodies.whole(body, EditorResource::tooLarge));
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
                unbroken(save.blocks(), wrong)));
        return answer(id, maker -> maker.answer(saved.standing(), saved.mine(), wrong, screens.form()));
    }

    private SaveStory.Saved saved(SaveStory act) {
        try {
            return screens.perform(act);
        } catch (Problem problem) {
            throw Refusals.worded(problem);
        }
    }

    /// The changes that keep the rules. A block that breaks one is named, and stands as it was: all else is saved in
    /// any case.
    private List<PartChange> unbroken(List<PartChange> blocks, Map<String, String> wrong) {
        Words words = screens.words();
        for (PartChange change : blocks) {
            if (change.mine() != null && change.part().startsWith(Parts.BLOCK)) {
                Parts.broken(change.mine())
                        .ifPresent(problem -> wrong.put(
                                change.part(),
                                problem.phrase().isPresent()
                                        ? Said.of(words, problem)
                                        : words.say("problem.block.any")));
            }
        }
        return blocks.stream()
                .filter(change -> !wrong.containsKey(change.part()))
                .toList();
    }

    private static Problem tooLarge() {
        return new Problem(Problem.Category.TOO_LARGE, "A save holds at most 2 MB. Save in parts.").as("problem.413");
    }

    private static Save read(byte[] body) {
        try {
            Save save = StoryJson.MAPPER.readValue(body, Save.class);
            if (save != null) {
                return save;
            }
        } catch (JsonProcessingException wrong) {
            throw StoryJson.problem(wrong);
        } catch (IOException neverOfBytes) {
            throw new IllegalStateException("bytes can be read", neverOfBytes);
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
            TypedStory typed = TypedStory.read(form, base, screens::ownPath);
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

    /// How the story stands, and what changed since a state that was seen. Without content when nothing did: windows
    /// ask this every few seconds, and it costs four statements.
    ///
    /// @param heard the digest of the answer before; empty: all is told
    @GET
    @Path("standing")
    @Needs(Power.READ_STORIES)
    @Unattended
    public Response standing(
            @PathParam("id") long id,
            @QueryParam("seen") @DefaultValue("") String seen,
            @QueryParam("heard") @DefaultValue("") String heard) {
        if (!heard.isEmpty() && !seen.isEmpty() && screens.read(sql -> isOld(sql, new StoryId(id), seen, heard))) {
            return Response.noContent().build();
        }
        return answer(id, maker -> maker.answer(maker.standing(seen), null, Map.of(), screens.form()));
    }

    private boolean isOld(DSLContext sql, StoryId id, String seen, String heard) {
        var stories = new Stories(sql);
        stories.require(screens.actor(), Power.READ_STORIES, stories.get(id));
        return new Journal(sql).tag(id).equals(seen)
                && StoryPageMaker.heard(sql, id, screens.now()).equals(heard);
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
    ///
    /// @param before the `next` of the answer before
    @GET
    @Path("suggestions")
    @Needs(Power.READ_STORIES)
    public Response suggestions(
            @PathParam("id") long id,
            @QueryParam("words") @DefaultValue("") String words,
            @QueryParam("before") @DefaultValue("") String before) {
        return json(screens.read(sql -> new StorySuggestions(sql, finder, screens.words(), screens.actor())
                .page(new StoryId(id), Asked.words(words, LONGEST_WORDS), DeskQuery.place(before))));
    }

    static Map<String, @Nullable JsonNode> parts(Standing standing) {
        Parts all = Parts.of(standing.content());
        Map<String, @Nullable JsonNode> parts = new LinkedHashMap<>();
        (standing.parts() == null ? all.names() : standing.parts())
                .stream().filter(EditorResource::isOfBody).forEach(part -> parts.put(part, all.get(part)));
        return parts;
    }
}
