package press.rotative.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.Subject;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;
import press.rotative.story.Edition;
import press.rotative.story.Newsstand;
import press.rotative.story.Section;
import press.rotative.story.house.House;

/// What things are called at one number of the log: editions, sections, concepts, authors, and what the newsroom shows
/// around its stories. Every change of these is an
/// act, so all snapshots of one number read the same, and the pages that are made under it, or after it and before the
/// next act that names something, share what one of them read.
final class Names {
    private static final int MOST = 20_000;

    private final long number;
    private final Read read;

    private static final class Read {
        private final ConcurrentMap<ConceptId, Concept> concepts = new ConcurrentHashMap<>();
        private final ConcurrentMap<AuthorId, Author> authors = new ConcurrentHashMap<>();
        private volatile @Nullable List<Edition> editions;
        private volatile @Nullable List<Section> sections;
        private volatile @Nullable House house;
        private volatile @Nullable Optional<ConceptMerges> merges;

        /// All of this but what these are called.
        private Read without(Set<Subject> renamed) {
            var left = new Read();
            left.concepts.putAll(concepts);
            left.authors.putAll(authors);
            left.editions = editions;
            left.sections = sections;
            left.house = house;
            left.merges = merges;
            renamed.forEach(left::forget);
            return left;
        }

        private void forget(Subject renamed) {
            switch (renamed.kind()) {
                case AUTHOR -> authors.remove(new AuthorId(renamed.id()));
                case CONCEPT ->
                    concepts.values().removeIf(concept -> concept.id().value() == renamed.id());
                case SECTION -> sections = null;
                case STORY, EDITION, WHOLE_EDITION, OWN_PAGE, PICTURE, SETTING ->
                    throw new IllegalArgumentException(renamed + " is no name");
            }
        }
    }

    Names(long number) {
        this(number, new Read());
    }

    private Names(long number, Read read) {
        this.number = number;
        this.read = read;
    }

    long number() {
        return number;
    }

    /// These at a later number of the log.
    ///
    /// @param renamed by the acts between
    Names at(long later, Renamed renamed) {
        if (renamed.anything()) {
            return new Names(later);
        }
        return new Names(later, renamed.these().isEmpty() ? read : read.without(renamed.these()));
    }

    List<Edition> editions(Newsstand newsstand) {
        List<Edition> known = read.editions;
        if (known == null) {
            known = List.copyOf(newsstand.editions());
            read.editions = known;
        }
        return known;
    }

    List<Section> sections(Newsstand newsstand) {
        List<Section> known = read.sections;
        if (known == null) {
            known = List.copyOf(newsstand.sections());
            read.sections = known;
        }
        return known;
    }

    House house(Supplier<House> reader) {
        House known = read.house;
        if (known == null) {
            known = reader.get();
            read.house = known;
        }
        return known;
    }

    /// Empty: there are too many to keep.
    Optional<ConceptMerges> merges(Supplier<Optional<ConceptMerges>> reader) {
        Optional<ConceptMerges> known = read.merges;
        if (known == null) {
            known = reader.get();
            read.merges = known;
        }
        return known;
    }

    /// @param reader of those that were not read before
    Map<ConceptId, Concept> concepts(
            Function<Set<ConceptId>, Map<ConceptId, Concept>> reader, Collection<ConceptId> ids) {
        return found(read.concepts, ids, reader);
    }

    /// @param reader of those that were not read before
    Map<AuthorId, Author> authors(Function<Set<AuthorId>, Map<AuthorId, Author>> reader, Collection<AuthorId> ids) {
        return found(read.authors, ids, reader);
    }

    private static <K, V> Map<K, V> found(
            ConcurrentMap<K, V> known, Collection<K> ids, Function<Set<K>, Map<K, V>> reader) {
        var found = new HashMap<K, V>();
        var unread = new LinkedHashSet<K>();
        for (K id : ids) {
            V value = known.get(id);
            if (value == null) {
                unread.add(id);
            } else {
                found.put(id, value);
            }
        }
        if (!unread.isEmpty()) {
            Map<K, V> now = reader.apply(unread);
            found.putAll(now);
            if (known.size() < MOST) {
                known.putAll(now);
            }
        }
        return found;
    }
}
