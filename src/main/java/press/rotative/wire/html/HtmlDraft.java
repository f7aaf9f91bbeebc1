package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;

/// A clipping in the making. Each reader signs what it fills with its own name; what is filled is left alone.
final class HtmlDraft {

    Optional<String> language = Optional.empty();
    Optional<String> outlet = Optional.empty();
    Optional<String> headline = Optional.empty();
    Optional<String> standfirst = Optional.empty();
    Optional<Clipping.Byline> byline = Optional.empty();
    /// The account or desk that data signs with; a byline on the page is believed before.
    Optional<Clipping.Byline> desk = Optional.empty();
    Optional<Clipping.Dated> published = Optional.empty();
    Optional<Clipping.Dated> modified = Optional.empty();
    Optional<String> section = Optional.empty();
    Optional<Clipping.Picture> hero = Optional.empty();
    Optional<String> countersRaw = Optional.empty();
    Optional<String> shortLink = Optional.empty();
    Optional<String> canonical = Optional.empty();
    /// The text of the body as the page's data gives it, without any blocks; a guide to the visible one.
    Optional<String> articleBody = Optional.empty();
    final List<Clipping.Block> blocks = new ArrayList<>();
    final Set<String> related = new LinkedHashSet<>();
    final Set<String> tags = new LinkedHashSet<>();
    final Map<String, Clipping.Kind> kinds = new LinkedHashMap<>();
    final List<Clipping.Concept> concepts = new ArrayList<>();
    final List<Clipping.Comment> comments = new ArrayList<>();
    final List<Clipping.Translation> translations = new ArrayList<>();
    final Set<String> signIn = new LinkedHashSet<>();
    boolean rules;
    /// Bylines with other names than the one that is believed, by the readers that found them.
    private final Map<String, Clipping.Byline> others = new LinkedHashMap<>();
    private final Map<String, String> foundIn = new LinkedHashMap<>();
    private String reader = "";

    void reading(String name) {
        reader = name;
    }

    /// Fills a field that is still empty.
    <T> void fill(String field, Optional<T> present, Optional<T> found, Consumer<Optional<T>> keep) {
        if (present.isEmpty() && found.isPresent()) {
            keep.accept(found);
            foundIn.put(field, reader);
        }
    }

    /// Fills the byline, or adds the names that one with the same and more holds. What names no person waits until the
    /// page was read; so does one with other names, for the case that the first is the outlet's.
    void signed(Optional<Clipping.Byline> found) {
        if (found.filter(each -> !Bylines.person(each)).isPresent()) {
            desk = desk.or(() -> found);
        } else if (found.isPresent() && byline.isPresent()) {
            boolean more = found.get().names().containsAll(byline.get().names());
            byline = byline.map(known -> more ? Bylines.with(known, found.get().names()) : known);
            others.putIfAbsent(reader, found.get());
        } else {
            fill("byline", byline, found, kept -> byline = kept);
        }
    }

    /// A byline that is nothing but the name of the outlet waits too; the next that is more takes its place.
    void doubtHouse() {
        if (byline.filter(this::house).isEmpty()) {
            return;
        }
        desk = byline.or(() -> desk);
        byline = Optional.empty();
        forget("byline");
        others.forEach((name, other) -> {
            if (byline.isEmpty() && !house(other)) {
                byline = Optional.of(other);
                foundAs("byline", name);
            }
        });
    }

    /// Whether all names are the outlet's own.
    boolean house(Clipping.Byline found) {
        return found.names().stream().allMatch(name -> Bylines.house(name, outlet.orElse("")));
    }

    void text(String field, Optional<String> present, String found, Consumer<Optional<String>> keep) {
        fill(field, present, Optional.of(found.strip()).filter(text -> !text.isEmpty()), keep);
    }

    /// Notes where a field came from that is no single value.
    void found(String field) {
        foundIn.putIfAbsent(field, reader);
    }

    /// Notes a field that this reader took from what another one reads.
    void foundAs(String field, String name) {
        foundIn.put(field, name);
    }

    /// Forgets a value that turned out worse than one of a later reader.
    void forget(String field) {
        foundIn.remove(field);
    }

    String nextId() {
        return "b" + (blocks.size() + 1);
    }

    Clipping clipping(Capture capture, LossLedger ledger) {
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
                translations,
                foundIn,
                ledger);
    }
}
