package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// Every correction of an edition, by month, newest first.
record CorrectionsPage(
        Chrome chrome,
        List<Month> months,
        @Nullable String older,
        @Nullable String newest,
        Link follow) {

    CorrectionsPage {
        months = List.copyOf(months);
    }

    record Month(String name, String count, List<Entry> entries) {
        Month {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Moment when, Link story, String note) {}
}
