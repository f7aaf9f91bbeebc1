package press.rotative.site;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.story.Edition;
import press.rotative.story.FrontBlock;
import press.rotative.story.FrontPlace;
import press.rotative.story.FrontPlan;
import press.rotative.story.LiveStory;

/// Which stories a front would show under a plan, told to who arranges it.
public final class FrontOutlook {
    private FrontOutlook() {}

    /// @param stories in their order; may be none
    /// @param under the lead; empty for other blocks
    public record Shown(List<LiveStory> stories, List<LiveStory> under) {
        public Shown {
            stories = List.copyOf(stories);
            under = List.copyOf(under);
        }
    }

    /// The plan of a front that nobody arranged; of a section: what is proposed.
    public static FrontPlan usual(DSLContext sql, Instant now, Edition edition, FrontPlace place) {
        return place.section() != null
                ? FrontPlan.ofSection()
                : FrontChoice.usual(new RoomSnapshot(sql, now, Finder.none()), Voice.of(edition, now));
    }

    /// What each block of a plan would show now, in their order.
    public static List<Shown> of(DSLContext sql, Instant now, FrontPlace place, FrontPlan plan) {
        var choice = new FrontChoice(new RoomSnapshot(sql, now, Finder.none()), place, plan);
        return plan.blocks().stream()
                .map(block -> new Shown(choice.of(block), block instanceof FrontBlock.Lead ? choice.more() : List.of()))
                .toList();
    }
}
