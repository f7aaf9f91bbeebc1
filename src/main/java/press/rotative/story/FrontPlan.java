package press.rotative.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The order of a front: its blocks from the top down.
public record FrontPlan(List<FrontBlock> blocks) {
    public static final int MOST = 60;

    /// Above the list of a section.
    public static final int MOST_OF_SECTION = 6;

    public FrontPlan {
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
        if (blocks.isEmpty() || blocks.size() > MOST) {
            throw Problem.invalid("A front has 1 to " + MOST + " blocks.").as("problem.front.blocks", MOST);
        }
        if (count(blocks, FrontBlock.Lead.class) > 1 || count(blocks, FrontBlock.Latest.class) > 1) {
            throw Problem.invalid("A front has at most one block 'lead' and one 'latest'.")
                    .as("problem.front.once");
        }
        var picked = new HashSet<StoryId>();
        var sections = new HashSet<SectionId>();
        for (FrontBlock block : blocks) {
            for (StoryId story : block.picks()) {
                if (!picked.add(story)) {
                    throw Problem.invalid(
                                    "Story " + story.value() + " is picked twice. It can stand in one block only.")
                            .as("problem.front.twice");
                }
            }
            if (block instanceof FrontBlock.OfSection of && !sections.add(of.section())) {
                throw Problem.invalid("Section " + of.section().value() + " stands twice on this front.")
                        .as("problem.front.section.twice");
            }
        }
    }

    private static long count(List<FrontBlock> blocks, Class<? extends FrontBlock> kind) {
        return blocks.stream().filter(kind::isInstance).count();
    }

    /// What a front shows that nobody arranged: a lead with the latest beside it, four more, opinions, every section.
    ///
    /// @param opinions the section whose stories stand in the band of opinions; null: there is none
    public static FrontPlan automatic(List<SectionId> sections, @Nullable SectionId opinions) {
        var blocks = new ArrayList<FrontBlock>();
        blocks.add(new FrontBlock.Lead(null, List.of()));
        blocks.add(new FrontBlock.Latest(0));
        blocks.add(new FrontBlock.Grid(null, List.of(), 0));
        blocks.add(new FrontBlock.Opinion(opinions, List.of(), 0));
        sections.stream()
                .filter(section -> !section.equals(opinions))
                .limit(MOST - blocks.size())
                .forEach(section -> blocks.add(new FrontBlock.OfSection(section, null, List.of(), 0)));
        return new FrontPlan(blocks);
    }

    /// What is proposed to who arranges a section in which nothing stands above the list: a lead, and four more.
    public static FrontPlan ofSection() {
        return new FrontPlan(List.of(new FrontBlock.Lead(null, List.of()), new FrontBlock.Grid(null, List.of(), 0)));
    }

    /// Refuses what does not stand above the list of a section: other sections, and the latest, which the list is.
    ///
    /// @throws Problem INVALID
    public void requireOfSection() {
        if (blocks.size() > MOST_OF_SECTION) {
            throw Problem.invalid("Above the list of a section stand at most " + MOST_OF_SECTION + " blocks.")
                    .as("problem.front.blocks", MOST_OF_SECTION);
        }
        for (FrontBlock block : blocks) {
            boolean fits =
                    switch (block) {
                        case FrontBlock.Lead lead -> true;
                        case FrontBlock.Grid grid -> true;
                        case FrontBlock.Opinion opinion -> opinion.section() == null;
                        case FrontBlock.Latest latest -> false;
                        case FrontBlock.OfSection of -> false;
                    };
            if (!fits) {
                throw Problem.invalid("Above the list of a section stand blocks of the types 'lead', 'grid' and "
                                + "'opinion', which are filled from that section.")
                        .as("problem.front.of.section");
            }
        }
    }

    /// Every story that an editor picked for a place, and those under the lead.
    public Set<StoryId> named() {
        var named = new HashSet<StoryId>();
        blocks.forEach(block -> {
            named.addAll(block.picks());
            if (block instanceof FrontBlock.Lead lead) {
                named.addAll(lead.more());
            }
        });
        return named;
    }

    /// Every section that a block names.
    public Set<SectionId> sections() {
        var sections = new HashSet<SectionId>();
        for (FrontBlock block : blocks) {
            switch (block) {
                case FrontBlock.OfSection of -> sections.add(of.section());
                case FrontBlock.Opinion opinion -> {
                    if (opinion.section() != null) {
                        sections.add(opinion.section());
                    }
                }
                case FrontBlock.Lead lead -> {}
                case FrontBlock.Latest latest -> {}
                case FrontBlock.Grid grid -> {}
            }
        }
        return sections;
    }
}
