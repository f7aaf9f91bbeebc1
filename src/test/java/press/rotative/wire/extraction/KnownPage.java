package press.rotative.wire.extraction;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A page of a test set with what is known of it; what is not known is empty.
///
/// @param site the host or publisher: all pages of a site belong to the same half of a set
/// @param body all of the running text
/// @param with segments of text that the story holds
/// @param without segments of the page that it does not hold
record KnownPage(
        String name,
        String site,
        Path file,
        Optional<String> body,
        Optional<String> headline,
        List<String> authors,
        Optional<String> date,
        List<String> captions,
        List<String> credits,
        List<String> with,
        List<String> without) {

    /// Begins with a day that there is: sets hold some that there are not.
    private static boolean day(String text) {
        try {
            return text.length() >= 10 && LocalDate.parse(text.substring(0, 10)).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    static Builder of(String name, String site, Path file) {
        return new Builder(name, site, file);
    }

    static final class Builder {
        private final String name;
        private final String site;
        private final Path file;
        private Optional<String> body = Optional.empty();
        private Optional<String> headline = Optional.empty();
        private List<String> authors = List.of();
        private Optional<String> date = Optional.empty();
        private List<String> captions = List.of();
        private List<String> credits = List.of();
        private List<String> with = List.of();
        private List<String> without = List.of();

        private Builder(String name, String site, Path file) {
            this.name = name;
            this.site = site;
            this.file = file;
        }

        Builder body(String text) {
            body = Optional.of(text);
            return this;
        }

        Builder headline(String text) {
            headline = Optional.of(text).filter(known -> !known.isBlank());
            return this;
        }

        Builder authors(List<String> names) {
            authors = names.stream().filter(known -> !known.isBlank()).toList();
            return this;
        }

        /// @param text begins with `2026-11-24`, or is empty
        Builder date(String text) {
            date = Optional.of(text).filter(KnownPage::day);
            return this;
        }

        Builder pictures(List<String> knownCaptions, List<String> knownCredits) {
            captions = knownCaptions;
            credits = knownCredits;
            return this;
        }

        Builder segments(List<String> present, List<String> absent) {
            with = present;
            without = absent;
            return this;
        }

        KnownPage page() {
            return new KnownPage(name, site, file, body, headline, authors, date, captions, credits, with, without);
        }
    }
}
