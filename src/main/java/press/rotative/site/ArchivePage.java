package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way through an edition's archive: years with their months, or a month with its days. Only periods in which
/// something was published, and still may be read, are named.
///
/// @param above the period around this one; null over the whole archive
record ArchivePage(
        Chrome chrome,
        @Nullable Link above,
        String heading,
        List<Group> groups,
        @Nullable Link earlier,
        @Nullable Link later) {

    ArchivePage {
        groups = List.copyOf(groups);
    }

    /// @param heading null where the page's own heading says it
    record Group(@Nullable Link heading, List<Link> periods) {
        Group {
            periods = List.copyOf(periods);
        }
    }
}
