package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.BlockIds;
import press.rotative.story.Body;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;

/// What a page of the newsroom says: the typed tree of stories, with paragraphs, headings, lists and quotes only.
///
/// @param standfirst one or two sentences below the title, also the description for search engines
/// @param body at most 300 blocks and 100,000 characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageText(String title, @Nullable String standfirst, Body body) {
    private static final int MOST_BLOCKS = 300;
    private static final int LONGEST = 100_000;

    public PageText {
        title = checkedTitle(title);
        standfirst = checkedStandfirst(standfirst);
        body = checkedBody(body == null ? Body.empty() : body);
    }

    public static String checkedTitle(@Nullable String title) {
        return Texts.name(title, 200, "The title of a page");
    }

    public static @Nullable String checkedStandfirst(@Nullable String standfirst) {
        return Texts.optional(standfirst, 500, "The standfirst of a page");
    }

    /// @throws Problem INVALID for a block of another kind, and for too much of it
    public static Body checkedBody(Body body) {
        int length = body.blocks().stream().mapToInt(PageText::length).sum();
        if (body.blocks().size() > MOST_BLOCKS || length > LONGEST) {
            throw Problem.invalid("A page has at most " + MOST_BLOCKS + " blocks and " + LONGEST + " characters.")
                    .as("problem.page.long", MOST_BLOCKS, LONGEST);
        }
        return body;
    }

    private static int length(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.text().length();
            case Block.Heading heading -> heading.text().length();
            case Block.Quote quote -> quote.text().length();
            case Block.Items items ->
                items.items().stream().mapToInt(item -> item.plain().length()).sum();
            case Block.Illustration picture -> throw other();
            case Block.Teaser teaser -> throw other();
            case Block.Embed embed -> throw other();
            case Block.Table table -> throw other();
            case Block.Question question -> throw other();
            case Block.Correction correction -> throw other();
        };
    }

    private static Problem other() {
        return Problem.invalid("A page of the newsroom holds paragraphs, headings, lists and quotes only.")
                .as("problem.page.block");
    }

    /// The same with an id for every block that has none.
    PageText identified() {
        var known = new HashSet<>(body.ids());
        return new PageText(title, standfirst, body.identified(known, new BlockIds(0)));
    }

    String json() {
        try {
            return StoryJson.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked text can be written", e);
        }
    }

    static PageText read(String json) {
        try {
            return StoryJson.MAPPER.readValue(json, PageText.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }

    String digest() {
        return Digest.of(json());
    }
}
