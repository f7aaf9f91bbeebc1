package press.rotative.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Database;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;

/// Reads the next rows of the publication log together with the stories they concern, as they are now.
final class LogReader {
    private static final int BATCH = 500;

    private final Database database;

    LogReader(Database database) {
        this.database = database;
    }

    /// @param end the last row of the batch
    /// @param gone stories that nobody may read
    /// @param destroyed a text was destroyed for good
    /// @param moreBehind the log seems to go on
    /// @param merged a concept that took over the stories of another: all that are about it are to be put again,
    ///     see [#eachAbout]; null: none
    record Batch(
            Cursor end,
            List<StoryDocument> usable,
            Set<StoryId> gone,
            boolean destroyed,
            boolean moreBehind,
            @Nullable ConceptId merged) {}

    /// What is done with some documents.
    @FunctionalInterface
    interface Taking {
        /// @return whether it goes on
        boolean take(List<StoryDocument> some) throws IOException;
    }

    /// @return null when there is nothing after `cursor`
    @Nullable
    Batch after(Cursor cursor) {
        Optional<Batch> batch = database.read(sql -> {
            List<Publication> all = new PublicationLog(sql).since(cursor.seq(), BATCH);
            if (all.isEmpty()) {
                return Optional.empty();
            }
            List<Publication> rows = upToMerge(all);
            Publication last = rows.getLast();
            Set<StoryId> concerned = rows.stream()
                    .filter(row -> row.subject().kind() == Subject.Kind.STORY)
                    .map(row -> new StoryId(row.subject().id()))
                    .collect(Collectors.toSet());
            var newsstand = new Newsstand(sql);
            Map<StoryId, LiveStory> live = newsstand.stories(concerned);
            concerned.removeAll(live.keySet());
            return Optional.of(new Batch(
                    new Cursor(last.seq(), last.hash()),
                    documents(newsstand, live),
                    concerned,
                    rows.stream().anyMatch(row -> row.act() == PublicAct.DESTROYED),
                    all.size() == BATCH || rows.size() < all.size(),
                    last.act() == PublicAct.MERGED
                            ? new ConceptId(last.subject().id())
                            : null));
        });
        return batch.orElse(null);
    }

    /// A merge is a batch of its own, for it concerns any number of stories.
    private static List<Publication> upToMerge(List<Publication> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).act() == PublicAct.MERGED) {
                return rows.subList(0, Math.max(1, i));
            }
        }
        return rows;
    }

    /// All usable stories about a concept, some at a time, as they are now.
    ///
    /// @return whether all were taken
    boolean eachAbout(ConceptId concept, Taking taking) throws IOException {
        for (Edition edition : database.read(sql -> new Newsstand(sql).editions())) {
            LiveStory last = null;
            do {
                List<LiveStory> some = about(concept, edition, last);
                List<StoryDocument> documents = some.stream()
                        .map(story -> new StoryDocument(story, edition.language()))
                        .toList();
                if (!documents.isEmpty() && !taking.take(documents)) {
                    return false;
                }
                last = some.isEmpty() ? null : some.getLast();
            } while (last != null);
        }
        return true;
    }

    private List<LiveStory> about(ConceptId concept, Edition edition, @Nullable LiveStory last) {
        return database.read(sql -> new Newsstand(sql).aboutBehind(concept, edition.id(), last, BATCH));
    }

    /// The end of the log as it is now.
    Cursor end() {
        return database.read(sql -> {
            var publications = new PublicationLog(sql);
            return publications
                    .find(publications.number())
                    .map(row -> new Cursor(row.seq(), row.hash()))
                    .orElse(Cursor.NONE);
        });
    }

    /// How many stories the public may read.
    long usable() {
        return database.read(sql -> new Newsstand(sql).count());
    }

    /// The next usable stories by number, as they are now.
    List<StoryDocument> usableAfter(@Nullable StoryId after) {
        return database.read(sql -> {
            var newsstand = new Newsstand(sql);
            return documents(newsstand, newsstand.stories(newsstand.usableAfter(after, BATCH)));
        });
    }

    private static List<StoryDocument> documents(Newsstand newsstand, Map<StoryId, LiveStory> live) {
        Map<EditionId, String> languages =
                newsstand.editions().stream().collect(Collectors.toMap(Edition::id, Edition::language));
        return live.values().stream()
                .sorted(Comparator.comparingLong(story -> story.id().value()))
                .map(story -> new StoryDocument(story, languages.getOrDefault(story.edition(), "und")))
                .toList();
    }

    /// Whether the log holds the row at which this cursor stands: after an older database was restored, it may not.
    boolean knows(Cursor cursor) {
        return cursor.seq() > 0
                && database.read(sql -> new PublicationLog(sql)
                        .find(cursor.seq())
                        .map(row -> row.hash().equals(cursor.hash()))
                        .orElse(false));
    }
}
