package press.rotative.newsroom;

import java.util.List;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.people.Actor;

/// What the band over every screen may have to say, such as an embargo that ends soon. Every `@Singleton` that
/// implements this is asked for every screen.
public interface AlertSource {
    /// The most urgent first.
    List<Alert> alerts(DSLContext sql, Actor actor, Words words);
}
