package press.rotative.search;

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
    record Batch(Cursor end, List<StoryDocument> usable, Set<StoryId> gone, boolean destroyed, boolean moreBehind) {}

    /// @return null when there is nothing after `cursor`
    @Nullable
    Batch after(Cursor cursor) {
        Optional<Batch> batch = database.read(sql -> {
            List<Publication> rows = new PublicationLog(sql).since(cursor.seq(), BATCH);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            Set<StoryId> concerned = rows.stream()
                    .filter(row -> row.subject().kind() == Subject.Kind.STORY)
                    .map(row -> new StoryId(row.subject().id()))
                    .collect(Collectors.toSet());
            var newsstand = new Newsstand(sql);
            Map<StoryId, LiveStory> live = newsstand.stories(concerned);
            concerned.removeAll(live.keySet());
            return Optional.of(new Batch(
                    new Cursor(rows.getLast().seq(), rows.getLast().hash()),
                    documents(newsstand, live),
                    concerned,
                    rows.stream().anyMatch(row -> row.act() == PublicAct.DESTROYED),
                    rows.size() == BATCH));
        });
        return batch.orElse(null);
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
