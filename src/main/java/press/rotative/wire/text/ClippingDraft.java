package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.Credit;

/// A clipping in the making, handed from reader to reader.
final class ClippingDraft {

    Optional<String> language = Optional.empty();
    Optional<String> headline = Optional.empty();
    Optional<String> standfirst = Optional.empty();
    Optional<Clipping.Byline> byline = Optional.empty();
    Optional<Clipping.Dated> published = Optional.empty();
    Optional<Clipping.Dated> modified = Optional.empty();
    Optional<String> section = Optional.empty();
    Optional<String> caption = Optional.empty();
    Optional<Credit> heroCredit = Optional.empty();
    boolean archive;
    Optional<String> countersRaw = Optional.empty();
    Optional<String> shortLink = Optional.empty();
    Optional<String> canonical = Optional.empty();
    boolean rules;
    final Set<String> signIn = new LinkedHashSet<>();
    final List<Clipping.Block> blocks = new ArrayList<>();
    final Set<String> related = new LinkedHashSet<>();
    final Set<String> tags = new LinkedHashSet<>();
    final List<Clipping.Concept> concepts = new ArrayList<>();
    final List<Clipping.Comment> comments = new ArrayList<>();
    /// Names that may be the outlet's, with how strongly the page speaks for each.
    final Map<String, Double> outlets = new LinkedHashMap<>();
    /// Credits by the index of the line that holds them, before it is known to which picture they belong.
    final NavigableMap<Integer, Credit> credits = new TreeMap<>();
    /// Where the running text of the page begins and ends, captions not counted: indexes of lines.
    int firstText = Integer.MAX_VALUE;
    int lastText = -1;
    /// Index of the line with the headline.
    int headlineAt = Integer.MAX_VALUE;

    void outlet(String name, double weight) {
        outlets.merge(name.strip(), weight, Double::sum);
    }

    /// The id of the next block.
    String nextId() {
        return "b" + (blocks.size() + 1);
    }

    Clipping clipping(Capture capture, LossLedger ledger) {
        boolean picture = caption.isPresent() || heroCredit.isPresent();
        Optional<Clipping.Picture> hero = picture
                ? Optional.of(Clipping.Picture.described(
                        caption,
                        heroCredit.map(Credit::text),
                        heroCredit.flatMap(Credit::detail),
                        archive || heroCredit.filter(Credit::archive).isPresent()))
                : Optional.empty();
        Optional<String> outlet =
                outlets.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return new Clipping(
                capture.source(),
                capture.digest(),
                language,
                outlet,
                headline,
                standfirst,
                byline,
                published,
                modified,
                section,
                hero,
                blocks,
                List.copyOf(related),
                concepts,
                countersRaw,
                shortLink,
                canonical,
                new Clipping.Discussion(rules, List.copyOf(signIn)),
                comments,
                List.of(),
                Map.of(),
                ledger);
    }
}
