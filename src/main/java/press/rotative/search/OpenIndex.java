package press.rotative.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.engine.search.predicate.dsl.SimpleQueryFlag;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// A Lucene index in one directory. What was put is found at once and durable after [#commit].
final class OpenIndex implements AutoCloseable {
    private static final int LONGEST_SEARCH = 300;
    private static final int SCROLL = 2000;

    private final Path directory;
    private final CloseableSearchMapping mapping;

    private OpenIndex(Path directory, CloseableSearchMapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
    }

    static OpenIndex open(Path directory) {
        CloseableSearchMapping mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(StoryDocument.class))
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", "false")
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", "false")
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.directory.root", directory.toString())
                .property("hibernate.search.backend.analysis.configurer", BeanReference.ofInstance(new Analysis()))
                .build();
        var index = new OpenIndex(directory, mapping);
        try {
            index.find(new EditionId(1), "a", 1); // a damaged index fails here
            return index;
        } catch (RuntimeException damaged) {
            index.close();
            throw damaged;
        }
    }

    void put(Collection<StoryDocument> changed, Collection<StoryId> gone) {
        try (SearchSession session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync())
                .build()) {
            var plan = session.indexingPlan();
            changed.forEach(plan::addOrUpdate);
            gone.forEach(id -> plan.purge(StoryDocument.class, id.value(), null));
        }
    }

    /// Makes everything put so far durable, then the cursor.
    ///
    /// @param forget texts that are gone leave the files, too
    void commit(Cursor cursor, boolean forget) throws IOException {
        try (SearchSession session = mapping.createSession()) {
            if (forget) {
                session.workspace().mergeSegments();
            }
            session.workspace().flush();
        }
        cursor.write(directory);
    }

    /// The newest first among equally good ones. The cursor is the asker's to fill in.
    Found find(EditionId edition, String asked, int most) {
        String words = searchable(asked);
        if (words.isBlank()) {
            return new Found(0, 0, List.of());
        }
        try (SearchSession session = mapping.createSession()) {
            var result = session.search(StoryDocument.class)
                    .select(hit -> hit.id(Long.class))
                    .where(about -> about.bool()
                            .filter(about.match().field("edition").matching(edition.value()))
                            .must(about.simpleQueryString()
                                    .field("headline")
                                    .boost(4)
                                    .field("standfirst")
                                    .boost(2)
                                    .field("body")
                                    .matching(words)
                                    .flags(
                                            SimpleQueryFlag.PHRASE,
                                            SimpleQueryFlag.PREFIX,
                                            SimpleQueryFlag.WHITESPACE,
                                            SimpleQueryFlag.ESCAPE)
                                    .defaultOperator(BooleanOperator.AND)))
                    .sort(by -> by.score()
                            .then()
                            .field("publishedAt")
                            .desc()
                            .then()
                            .field("number")
                            .desc())
                    .fetch(Math.max(0, most));
            return new Found(
                    0,
                    result.total().hitCount(),
                    result.hits().stream().map(StoryId::new).toList());
        }
    }

    /// At most [#LONGEST_SEARCH] characters, one spelling, no control characters.
    private static String searchable(String asked) {
        String cut = asked.length() <= LONGEST_SEARCH ? asked : asked.substring(0, LONGEST_SEARCH);
        var text = new StringBuilder();
        cut.codePoints().forEach(letter -> {
            boolean odd = Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
            text.appendCodePoint(odd ? ' ' : letter);
        });
        return StoryDocument.composed(text.toString());
    }

    /// The numbers of all stories in the index.
    Set<Long> ids() {
        var ids = new TreeSet<Long>();
        try (SearchSession session = mapping.createSession();
                var scroll = session.search(StoryDocument.class)
                        .select(hit -> hit.id(Long.class))
                        .where(any -> any.matchAll())
                        .scroll(SCROLL)) {
            for (var chunk = scroll.next(); chunk.hasHits(); chunk = scroll.next()) {
                ids.addAll(chunk.hits());
            }
        }
        return ids;
    }

    @Override
    public void close() {
        mapping.close();
    }
}
