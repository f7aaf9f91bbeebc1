package press.rotative.wire.clipping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.story.Mark;
import press.rotative.story.Text;

/// The parts of a story that were found in one capture, and the ledger of all of it. What the capture lacks is empty
/// here: nothing is made up.
///
/// @param language BCP 47 code found by function words, absent when the text is too short to tell
/// @param countersRaw the run of digits as captured; views, shares and comments are never guessed apart
/// @param comments kept aside; they are not part of the story
/// @param translations the same story in other languages, as the page named them
/// @param foundIn for each field which kind of mark-up of the page it came from; empty for plain text, which has none
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
        List<Translation> translations,
        Map<String, String> foundIn,
        LossLedger ledger) {

    public Clipping {
        blocks = List.copyOf(blocks);
        related = List.copyOf(related);
        concepts = List.copyOf(concepts);
        comments = List.copyOf(comments);
        translations = List.copyOf(translations);
        foundIn = Collections.unmodifiableMap(new LinkedHashMap<>(foundIn));
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
    public record Byline(String text, List<Signature> signatures) {
        public Byline {
            signatures = List.copyOf(signatures);
        }

        /// Names without roles.
        public static Byline of(String text, List<String> names) {
            return new Byline(
                    text,
                    names.stream()
                            .map(name -> new Signature(name, Optional.empty()))
                            .toList());
        }

        public List<String> names() {
            return signatures.stream().map(Signature::name).toList();
        }
    }

    /// One name of a byline; without a role it is the author's.
    public record Signature(String name, Optional<String> role) {}

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

    /// A picture. `archive` is the file-picture mark. `file` is its address as the page wrote it, made whole where the
    /// page says where it stood; absent where a capture holds no pictures.
    public record Picture(
            Optional<String> caption,
            Optional<String> credit,
            Optional<String> creditDetail,
            boolean archive,
            Optional<String> alt,
            Optional<String> file) {

        /// A picture of which only words are known.
        public static Picture described(
                Optional<String> caption, Optional<String> credit, Optional<String> creditDetail, boolean archive) {
            return new Picture(caption, credit, creditDetail, archive, Optional.empty(), Optional.empty());
        }
    }

    /// One block of the body. Ids are `b1`, `b2`, ... by position among all blocks, unique in the clipping.
    public sealed interface Block {
        String id();
    }

    /// @param marks links and emphasis
    public record Paragraph(String id, String text, List<Mark> marks) implements Block {
        public Paragraph {
            marks = List.copyOf(marks);
        }

        public static Paragraph of(String id, String text) {
            return new Paragraph(id, text, List.of());
        }
    }

    /// @param level 2 or 3: the headline is level 1
    public record Heading(String id, String text, int level) implements Block {}

    public record Quote(String id, String text, List<Mark> marks, Optional<String> attribution) implements Block {
        public Quote {
            marks = List.copyOf(marks);
        }
    }

    public record ListBlock(String id, boolean ordered, List<Text> items) implements Block {
        public ListBlock {
            items = List.copyOf(items);
        }
    }

    /// Every row has as many cells as there are columns; without a row of headings the columns' names are empty.
    public record Table(String id, Optional<String> caption, List<String> columns, List<List<String>> rows)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Something elsewhere that the page showed in a frame; kept as a link.
    public record Embed(String id, String address, String title, Optional<String> provider) implements Block {}

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

    /// The address of the same story in another language (BCP 47).
    public record Translation(String language, String address) {}

    /// A reader's comment below the story, as captured.
    public record Comment(Optional<String> author, Optional<String> date, String text) {}
}
