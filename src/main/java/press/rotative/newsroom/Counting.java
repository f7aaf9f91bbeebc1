package press.rotative.newsroom;

import org.jooq.DSLContext;
import press.rotative.people.Actor;

/// A figure beside an item of the menu. Every `@Singleton` that implements this is asked for every screen, so it must
/// count by an index.
public interface Counting {
    NavItem item();

    /// @return what somebody has to do there; 0 shows nothing
    long count(DSLContext sql, Actor actor);
}
