package press.rotative.story;

import static press.rotative.platform.db.Tables.CONCEPT;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Which concepts were merged into which others. Texts that were written before keep the old numbers, for versions are
/// never changed; whoever reads or lists their concepts asks here. One instance knows one snapshot of the database.
public final class ConceptMerges {
    private static final int MOST = 20_000;

    private final @Nullable DSLContext sql;
    private final Map<ConceptId, ConceptId> known;

    public ConceptMerges(DSLContext sql) {
        this.sql = sql;
        this.known = new HashMap<>();
    }

    private ConceptMerges(Map<ConceptId, ConceptId> all) {
        this.sql = null;
        this.known = all;
    }

    /// All that there are, for who reads many texts: asks no more, and is shared by threads.
    ///
    /// @return empty where there are so many that whoever reads some texts better asks for theirs
    public static Optional<ConceptMerges> all(DSLContext sql) {
        return all(sql, MOST);
    }

    static Optional<ConceptMerges> all(DSLContext sql, int most) {
        var all = new HashMap<ConceptId, ConceptId>();
        sql.select(CONCEPT.ID, CONCEPT.MERGED_INTO)
                .from(CONCEPT)
                .where(CONCEPT.MERGED_INTO.isNotNull())
                .limit(most + 1)
                .forEach(row -> all.put(new ConceptId(row.value1()), new ConceptId(row.value2())));
        return all.size() > most ? Optional.empty() : Optional.of(new ConceptMerges(Map.copyOf(all)));
    }

    /// Those that stand for these now, each once, in their order.
    public List<ConceptId> kept(List<ConceptId> concepts) {
        learn(concepts);
        return concepts.stream()
                .map(each -> known.getOrDefault(each, each))
                .distinct()
                .toList();
    }

    /// The one that stands for this now.
    public ConceptId kept(ConceptId concept) {
        return kept(List.of(concept)).getFirst();
    }

    /// The text with the concepts of now.
    StoryContent in(StoryContent content) {
        if (sql == null && content.concepts().stream().noneMatch(known::containsKey)) {
            return content;
        }
        List<ConceptId> kept = kept(content.concepts());
        return kept.equals(content.concepts()) ? content : content.withConcepts(kept);
    }

    /// Asks for all of these at once.
    public void learn(Collection<ConceptId> concepts) {
        if (sql == null) {
            return;
        }
        var unknown = new HashSet<>(concepts);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(each -> known.put(each, each));
            sql.select(CONCEPT.ID, CONCEPT.MERGED_INTO)
                    .from(CONCEPT)
                    .where(CONCEPT.ID.in(unknown.stream().map(ConceptId::value).toList()))
                    .and(CONCEPT.MERGED_INTO.isNotNull())
                    .forEach(row -> known.put(new ConceptId(row.value1()), new ConceptId(row.value2())));
        }
    }
}
