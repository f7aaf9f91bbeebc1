package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.media.PictureId;
import press.rotative.platform.Problem;

/// A block of a story's body. Every block has an id that survives edits, moves, versions and the API.
///
/// In JSON the kind stands in `type`; see `docs/developers/story-body.md`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "list"),
    @JsonSubTypes.Type(value = Block.Illustration.class, name = "picture"),
    @JsonSubTypes.Type(value = Block.Teaser.class, name = "teaser"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Question.class, name = "question"),
    @JsonSubTypes.Type(value = Block.Correction.class, name = "correction")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Block {

    /// 1 to 40 letters, digits, `-` or `_`; empty for a block that has no id yet.
    String id();

    /// The same block under another id.
    Block withId(String id);

    record Paragraph(
            String id,
            String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) implements Block {
        public Paragraph {
            id = Body.checkedId(id);
            marks = Text.of(text, marks).marks();
        }

        public static Paragraph of(String id, String text) {
            return new Paragraph(id, text, List.of());
        }

        public Text content() {
            return new Text(text, marks);
        }

        @Override
        public Block withId(String newId) {
            return new Paragraph(newId, text, marks);
        }
    }

    /// @param level 2 or 3: below the headline, which is level 1
    record Heading(String id, String text, int level) implements Block {
        public Heading {
            id = Body.checkedId(id);
            Texts.checked(text, 300, "A heading");
            level = level == 0 ? 2 : level;
            if (level != 2 && level != 3) {
                throw Problem.invalid("A heading inside a story has the level 2 or 3.");
            }
        }

        @Override
        public Block withId(String newId) {
            return new Heading(newId, text, level);
        }
    }

    /// @param attribution who said it
    record Quote(
            String id,
            String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks,
            @Nullable String attribution)
            implements Block {
        public Quote {
            id = Body.checkedId(id);
            marks = Text.of(text, marks).marks();
            attribution = Texts.optional(attribution, 300, "The attribution of a quote");
        }

        public Text content() {
            return new Text(text, marks);
        }

        @Override
        public Block withId(String newId) {
            return new Quote(newId, text, marks, attribution);
        }
    }

    record Items(String id, boolean ordered, List<Text> items) implements Block {
        public Items {
            id = Body.checkedId(id);
            items = items == null ? List.of() : List.copyOf(items);
            if (items.isEmpty() || items.size() > 200) {
                throw Problem.invalid("A list has 1 to 200 items.").as("problem.block.list", 200);
            }
        }

        @Override
        public Block withId(String newId) {
            return new Items(newId, ordered, items);
        }
    }

    /// @param caption null: the picture's own
    /// @param alt null: the picture's own
    record Illustration(
            String id,
            PictureId picture,
            @Nullable String caption,
            @Nullable String alt) implements Block {
        public Illustration {
            id = Body.checkedId(id);
            if (picture == null) {
                throw Problem.invalid("A picture block names its 'picture' by number.")
                        .as("problem.block.picture");
            }
            caption = Texts.optional(caption, 2000, "A caption");
            alt = Texts.optional(alt, 2000, "An alternative text");
        }

        @Override
        public Block withId(String newId) {
            return new Illustration(newId, picture, caption, alt);
        }
    }

    /// A story shown inside another. Either `story` is known, or `title` waits for a story of that headline to arrive
    /// and is plain text until then.
    ///
    /// @param picture its own picture, when no story is known
    record Teaser(
            String id,
            @Nullable StoryId story,
            @Nullable String title,
            @Nullable PictureId picture) implements Block {
        public Teaser {
            id = Body.checkedId(id);
            title = Texts.optional(title, 300, "The title of a teaser");
            if (story == null && title == null) {
                throw Problem.invalid("A teaser block names a 'story' by number, or a 'title' to wait for.")
                        .as("problem.block.teaser");
            }
        }

        @Override
        public Block withId(String newId) {
            return new Teaser(newId, story, title, picture);
        }
    }

    /// Something elsewhere, shown as a titled link: nothing is loaded from there.
    record Embed(
            String id, String url, String title, @Nullable String provider) implements Block {
        public Embed {
            id = Body.checkedId(id);
            if (url == null || !Links.checked(url).startsWith("http")) {
                throw Problem.invalid("An embed has a 'url' that begins with https:// or http://.")
                        .as("problem.block.embed");
            }
            Texts.checked(title, 300, "The title of an embed");
            provider = Texts.optional(provider, 100, "The provider of an embed");
        }

        @Override
        public Block withId(String newId) {
            return new Embed(newId, url, title, provider);
        }
    }

    /// @param columns headings; every row has as many cells
    record Table(String id, @Nullable String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            id = Body.checkedId(id);
            caption = Texts.optional(caption, 500, "The caption of a table");
            columns = columns == null ? List.of() : List.copyOf(columns);
            rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || width > 20 || rows.size() > 500 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw Problem.invalid("A table has 1 to 20 columns, at most 500 rows, and as many cells in each row as "
                                + "columns.")
                        .as("problem.block.table", 20, 500);
            }
            columns.forEach(cell -> Texts.checked(cell, 500, "A cell of a table"));
            rows.forEach(row -> row.forEach(cell -> Texts.checked(cell, 500, "A cell of a table")));
        }

        @Override
        public Block withId(String newId) {
            return new Table(newId, caption, columns, rows);
        }
    }

    /// A question of an interview; what follows up to the next one is the answer.
    ///
    /// @param by who asks, where several do
    record Question(
            String id,
            String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks,
            @Nullable String by) implements Block {
        public Question {
            id = Body.checkedId(id);
            marks = Text.of(text, marks).marks();
            by = Texts.optional(by, 200, "The name of who asks");
        }

        public Text content() {
            return new Text(text, marks);
        }

        @Override
        public Block withId(String newId) {
            return new Question(newId, text, marks, by);
        }
    }

    /// A correction note inside the text, as the public reads it.
    ///
    /// @param at epoch milliseconds; null when the source gave no time
    record Correction(String id, String text, @Nullable Long at) implements Block {
        public Correction {
            id = Body.checkedId(id);
            Texts.checked(text, 5000, "A correction note");
        }

        @Override
        public Block withId(String newId) {
            return new Correction(newId, text, at);
        }
    }
}
