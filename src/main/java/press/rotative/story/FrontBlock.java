package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// A block of a front: what kind of place it is, which stories an editor picked for it, and how many it holds. Places
/// that are not picked are filled with the newest that fit and stand nowhere above; a picked story that is not public
/// leaves its place to the next.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FrontBlock.Lead.class, name = "lead"),
    @JsonSubTypes.Type(value = FrontBlock.Latest.class, name = "latest"),
    @JsonSubTypes.Type(value = FrontBlock.Grid.class, name = "grid"),
    @JsonSubTypes.Type(value = FrontBlock.Opinion.class, name = "opinion"),
    @JsonSubTypes.Type(value = FrontBlock.OfSection.class, name = "section")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface FrontBlock {
    int MOST = 12;

    /// Picked by hand, in their order.
    @JsonIgnore
    List<StoryId> picks();

    /// The one story above all others.
    ///
    /// @param story null: the most urgent of the newest with a picture
    /// @param more headlines under it; empty: its related stories
    record Lead(@Nullable StoryId story, List<StoryId> more) implements FrontBlock {
        public Lead {
            more = picked(more);
        }

        @Override
        public List<StoryId> picks() {
            return story == null ? List.of() : List.of(story);
        }
    }

    /// The newest headlines with their times, whatever else they stand under.
    record Latest(int count) implements FrontBlock {
        public Latest {
            count = checked(count, 8);
        }

        @Override
        public List<StoryId> picks() {
            return List.of();
        }
    }

    /// Teasers side by side.
    ///
    /// @param title null: none is shown
    record Grid(@Nullable String title, List<StoryId> stories, int count) implements FrontBlock {
        public Grid {
            title = Texts.optional(title, 100, "The title of a block");
            stories = picked(stories);
            count = checked(count, 4);
        }

        @Override
        public List<StoryId> picks() {
            return stories;
        }
    }

    /// A band of opinions.
    ///
    /// @param section whose stories fill it; null: the opinions of all sections
    record Opinion(@Nullable SectionId section, List<StoryId> stories, int count) implements FrontBlock {
        public Opinion {
            stories = picked(stories);
            count = checked(count, 4);
        }

        @Override
        public List<StoryId> picks() {
            return stories;
        }
    }

    /// A section with its newest.
    ///
    /// @param look how its teasers stand; null: sections take turns
    record OfSection(SectionId section, @Nullable Look look, List<StoryId> stories, int count) implements FrontBlock {
        public OfSection {
            if (section == null) {
                throw Problem.invalid("A block of the type 'section' names its 'section' by number.")
                        .as("problem.front.section");
            }
            stories = picked(stories);
            count = checked(count, 5);
        }

        @Override
        public List<StoryId> picks() {
            return stories;
        }
    }

    /// How the teasers of a section stand.
    enum Look {
        FEATURE,
        COLUMNS,
        ROWS;

        @com.fasterxml.jackson.annotation.JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<StoryId> picked(@Nullable List<StoryId> stories) {
        if (stories != null && stories.size() > MOST) {
            throw Problem.invalid("A block of a front holds at most " + MOST + " picked stories.")
                    .as("problem.front.picked", MOST);
        }
        return stories == null ? List.of() : List.copyOf(stories);
    }

    private static int checked(int count, int usual) {
        int wanted = count == 0 ? usual : count;
        if (wanted < 1 || wanted > MOST) {
            throw Problem.invalid("A block of a front holds 1 to " + MOST + " stories.")
                    .as("problem.front.count", MOST);
        }
        return wanted;
    }
}
