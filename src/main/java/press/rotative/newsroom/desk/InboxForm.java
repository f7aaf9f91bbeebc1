package press.rotative.newsroom.desk;

import jakarta.ws.rs.core.Response;
import java.util.List;
import press.rotative.newsroom.Form;
import press.rotative.story.StoryId;

/// The list of the wire inbox, from which many stories are decided about at once.
public interface InboxForm {
    /// More stories are never decided about at once.
    int MOST = 100;

    /// The list as it was, with what was sent still in its form, ticks as well, and what is wrong with it.
    Response again(Form form);

    /// The stories that are ticked in a list.
    static List<StoryId> ticked(Form form) {
        return form.values("story").stream()
                .filter(number -> number.matches("[1-9][0-9]{0,16}"))
                .map(number -> new StoryId(Long.parseLong(number)))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
