package press.rotative.wire.clipping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The parts of a story that were found in one capture, and the ledger of all of it. What the capture lacks is empty
/// here: nothing is made up.
///
/// @param language BCP 47 code found by function words, absent when the text is too short to tell
/// @param countersRaw the run of digits as captured; views, shares and comments are never guessed apart
/// @param comments kept aside; they are not part of the story
public record Clipping(
        String source,
        String digest,
        Optional<String> language,
        Optional<String> outlet,
        Optional<String> headline,
        Optional<String> standfirst,
        Optional<Byline> byline,
        Optional<Dated> published,
        Optional<Dated> modified,
        Optional<String> section,
        Optional<Picture> hero,
        List<Block> blocks,
        List<String> related,
        List<Concept> concepts,
        Optional<String> countersRaw,
        Optional<String> shortLink,
        Optional<String> canonical,
        Discussion discussion,
        List<Comment> comments,
        LossLedger ledger) {

    public Clipping {
        blocks = List.copyOf(blocks);
        related = List.copyOf(related);
        concepts = List.copyOf(concepts);
        comments = List.copyOf(comments);
        long ids = blocks.stream().map(Block::id).distinct().count();
        if (ids != blocks.size()) {
            throw new IllegalArgumentException("two blocks have the same id");
        }
    }

    /// The inline teasers in the order of the body.
    public List<Teaser> teasers() {
        return blocks.stream()
                .filter(Teaser.class::isInstance)
                .map(Teaser.class::cast)
                .toList();
    }

    /// Right-to-left scripts are told by the language.
    public boolean rightToLeft() {
        return language.filter(code -> code.equals("ar") || code.equals("fa") || code.equals("he"))
                .isPresent();
    }

    /// Who signed, as printed, and the names in it.
    public record Byline(String text, List<String> names) {
        public Byline {
            names = List.copyOf(names);
        }
    }

    /// A date as printed. The time and the zone are there only when the page gave them.
    public record Dated(LocalDate date, Optional<LocalTime> time, Optional<ZoneId> zone) {

        /// ISO 8601, as exact as the page was: `2026-11-24`, `2026-11-24T12:40`, `2026-11-24T12:40Z`.
        public String iso() {
            if (time.isEmpty()) {
                return date.toString();
            }
            var local = date.atTime(time.get());
            return zone.map(at -> local.atZone(at).toOffsetDateTime().toString())
                    .orElseGet(local::toString);
        }
    }

    /// A picture whose file is not in the capture. `archive` is the file-picture mark.
    public record Picture(
            Optional<String> caption, Optional<String> credit, Optional<String> creditDetail, boolean archive) {}

    /// One block of the body. Ids are `b1`, `b2`, ... by position among all blocks, unique in the clipping.
    public sealed interface Block {
        String id();
    }

    public record Paragraph(String id, String text) implements Block {}

    public record Heading(String id, String text) implements Block {}

    public record ListBlock(String id, List<String> items) implements Block {
        public ListBlock {
            items = List.copyOf(items);
        }
    }

    /// A picture between paragraphs, with a caption of its own.
    public record PictureBlock(String id, Picture picture) implements Block {}

    /// Another story announced between two blocks, with the credit of its picture.
    public record Teaser(
            String id, String title, Optional<String> credit, Optional<String> creditDetail, boolean archive)
            implements Block {}

    /// A subject of the story. Below [#LIMIT] the kind is doubtful. `evidence` says what spoke for it.
    public record Concept(String name, Kind kind, double confidence, List<String> evidence) {
        /// Kinds with less confidence are shown as doubtful.
        public static final double LIMIT = 0.5;

        public Concept {
            evidence = List.copyOf(evidence);
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
            }
        }

        public boolean doubtful() {
            return confidence < LIMIT;
        }
    }

    /// The kinds of concepts, in the order of reports.
    public enum Kind {
        TOPIC,
        PERSON,
        PLACE,
        ORGANISATION,
        EVENT
    }

    /// What the page said about its discussion: a link to the rules, and the ways to sign in.
    public record Discussion(boolean rules, List<String> signIn) {
        public Discussion {
            signIn = List.copyOf(signIn);
        }
    }

    /// A reader's comment below the story, as captured.
    public record Comment(Optional<String> author, Optional<String> date, String text) {}
}
