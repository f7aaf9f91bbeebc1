package press.rotative.newsroom.inbox;

import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import press.rotative.newsroom.Counting;
import press.rotative.newsroom.NavItem;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.story.IncomingList;

/// How many imports wait for somebody, for those who may take them in.
@Singleton
class Waiting implements Counting {
    private static final int MOST = 99;

    @Override
    public NavItem item() {
        return NavItem.INBOX;
    }

    @Override
    public long count(DSLContext sql, Actor actor) {
        return Policy.allowsSomewhere(actor, Power.WRITE_STORY)
                ? new IncomingList(sql, actor)
                        .stories(IncomingList.Wanted.everything(), null, MOST)
                        .rows()
                        .size()
                : 0;
    }
}
