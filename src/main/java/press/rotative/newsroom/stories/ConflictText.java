package press.rotative.newsroom.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.Sections;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryJson;
import press.rotative.story.writing.Parts;

/// A part of a story as two people are shown it who wrote different things there: as it stands in the form, never as
/// it is stored.
final class ConflictText {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("headline", "story.part.headline"),
            Map.entry("standfirst", "story.part.standfirst"),
            Map.entry("kind", "story.kind"),
            Map.entry("section", "story.part.section"),
            Map.entry("byline", "story.byline"),
            Map.entry("dateline", "story.dateline"),
            Map.entry("slug", "story.slug"),
            Map.entry("slugline", "story.slugline"),
            Map.entry("urgency", "story.urgency"),
            Map.entry("hero", "story.hero"),
            Map.entry("related", "story.related"),
            Map.entry("sources", "story.sources"),
            Map.entry("making", "story.making"),
            Map.entry("noteToEditors", "story.note.to.editors"));

    private final DSLContext sql;
    private final Words words;
    private final Actor actor;
    private final String language;

    /// @param language of the story's edition
    ConflictText(DSLContext sql, Words words, Actor actor, String language) {
        this.sql = sql;
        this.words = words;
        this.actor = actor;
        this.language = language;
    }

    /// What a part is called.
    String label(String part) {
        return words.say(LABELS.getOrDefault(part, "story.part.block"));
    }

    /// @param part as [Parts] names it
    /// @param value null: it was taken out
    String of(String part, @Nullable JsonNode value) {
        if (value == null) {
            return words.say("story.part.gone");
        }
        try {
            return part.startsWith(Parts.BLOCK)
                    ? block(StoryJson.MAPPER.treeToValue(value, Block.class))
                    : field(part, value);
        } catch (JsonProcessingException | Problem ofAnotherTime) {
            return value.isValueNode() ? value.asText() : words.say("story.part.unreadable");
        }
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Table table ->
                lines(
                        Stream.of(table.caption()),
                        Stream.of(row(table.columns())),
                        table.rows().stream().map(ConflictText::row));
            case Block.Illustration picture ->
                lines(Stream.of(picture(picture.picture()), picture.caption(), picture.alt()));
            case Block.Teaser teaser ->
                teaser.story() == null
                        ? String.valueOf(teaser.title())
                        : new StoriesOfStory(sql, words, actor)
                                .of(List.of(teaser.story())).values().stream()
                                        .findFirst()
                                        .map(EditorAnswer.StoryOfStory::headline)
                                        .orElse("#" + teaser.story().value());
            case Block.Embed embed -> lines(Stream.of(embed.title(), embed.url()));
            case Block.Correction correction -> correction.text();
            case Block.Paragraph paragraph -> MarkedBlocks.write(paragraph);
            case Block.Heading heading -> MarkedBlocks.write(heading);
            case Block.Quote quote -> MarkedBlocks.write(quote);
            case Block.Items items -> MarkedBlocks.write(items);
            case Block.Question question -> MarkedBlocks.write(question);
        };
    }

    private static String row(List<String> cells) {
        return String.join(" | ", cells);
    }

    private String picture(PictureId picture) {
        return words.say("editor.picture.library", Long.toString(picture.value()));
    }

    @SafeVarargs
    private static String lines(Stream<? extends @Nullable String>... parts) {
        return Stream.of(parts)
                .flatMap(part -> part)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String field(String part, JsonNode value) throws JsonProcessingException {
        ObjectNode only = StoryJson.MAPPER.createObjectNode().put("headline", "");
        only.set(part, value);
        StoryContent content = StoryJson.MAPPER.treeToValue(only, StoryContent.class);
        return switch (part) {
            case "kind" -> words.say("story.kind." + content.kind().name().toLowerCase(Locale.ROOT));
            case "section" ->
                content.section() == null
                        ? words.say("story.no.section")
                        : new Sections(sql).get(content.section()).name();
            case "byline" ->
                String.join(
                        "; ", new NamesOfStory(sql, language, content).shown("").byline());
            case "hero" ->
                content.hero() == null
                        ? ""
                        : lines(Stream.of(
                                picture(content.hero().picture()),
                                content.hero().caption(),
                                content.hero().alt()));
            case "related" -> new RelatedLines(sql, actor, content).shown();
            case "sources" -> SourceLines.write(content.sources());
            default -> value.isValueNode() ? value.asText() : words.say("story.part.unreadable");
        };
    }
}
