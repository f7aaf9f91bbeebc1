package press.rotative.site;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;

/// When the pages that an act could change were right for readers, as the page cache of this server saw it.
///
/// @param publication the act's row in the log
/// @param touched whose pages could change
/// @param publicAt from this instant on, at the latest, nobody was given a page of before
/// @param made when a page was first made anew, by path; it may have been made ready before the act was public
/// @param dropped paths of pages that lay in the cache as they were before, and were found not to be given out
public record ActReceipt(
        Publication publication,
        Set<Subject> touched,
        Instant publicAt,
        Map<String, Instant> made,
        Set<String> dropped) {

    public ActReceipt {
        touched = Set.copyOf(touched);
        made = Map.copyOf(made);
        dropped = Set.copyOf(dropped);
    }
}
