package press.rotative.search;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import press.rotative.story.EditionId;

/// What is searched for in one edition.
///
/// @param language of the edition, whose rules for words hold
/// @param asked as the reader typed it; may be empty where something narrows the search
/// @param after the key of the last hit of the page before ([Found.Hit#key]); null for the first page
/// @param most how many hits at most, 1 to 100
/// @param today the day that the age of stories is counted from
/// @param zone of the edition, in which years begin
public record Question(
        EditionId edition,
        String language,
        String asked,
        Narrowing narrowing,
        Order order,
        @Nullable String after,
        int most,
        LocalDate today,
        ZoneId zone) {

    /// What comes first.
    public enum Order {
        /// what fits best, and among such the more recent, by the formula of [Ranking]
        RELEVANCE,
        /// the newest
        DATE,
        /// the oldest
        OLDEST
    }

    public Question {
        if (most < 1 || most > 100) {
            throw new IllegalArgumentException("a page of hits has 1 to 100 of them");
        }
    }

    /// The same from another place on.
    public Question page(@Nullable String afterKey, int hits) {
        return new Question(edition, language, asked, narrowing, order, afterKey, hits, today, zone);
    }
}
