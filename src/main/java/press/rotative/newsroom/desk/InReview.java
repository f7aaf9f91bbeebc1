package press.rotative.newsroom.desk;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import org.jooq.DSLContext;
import press.rotative.newsroom.Counting;
import press.rotative.newsroom.NavItem;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.story.DeskList;
import press.rotative.story.Workflow;

/// How many stories wait for review, for those who may approve them.
@Singleton
class InReview implements Counting {
    private static final int MOST = 99;

    @Override
    public NavItem item() {
        return NavItem.DESK;
    }

    @Override
    public long count(DSLContext sql, Actor actor) {
        return Policy.allowsSomewhere(actor, Power.PUBLISH)
                ? new DeskList(sql, actor)
                        .stories(EnumSet.of(Workflow.IN_REVIEW), DeskList.Wanted.everything(), null, MOST)
                        .rows()
                        .size()
                : 0;
    }
}
