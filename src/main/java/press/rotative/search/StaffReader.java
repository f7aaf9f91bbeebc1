package press.rotative.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import press.rotative.platform.Database;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// Reads stories with all that the newsroom has of them, as they are now.
record StaffReader(Database database) {
    private static final int STAMPS = 5_000;

    List<StaffDocument> documents(Collection<StoryId> stories) {
        return database.read(sql -> {
            Map<EditionId, String> languages =
                    new Editions(sql).all().stream().collect(Collectors.toMap(Edition::id, Edition::language));
            return new WholeStories(sql)
                    .of(stories).stream()
                            .map(whole -> new StaffDocument(
                                    whole, languages.getOrDefault(whole.story().edition(), "und")))
                            .toList();
        });
    }

    /// Of those that are there.
    List<WholeStories.Stamp> stamps(Collection<StoryId> stories) {
        return database.read(sql -> new WholeStories(sql).stamps(stories));
    }

    /// The end of the publication log as it is now.
    Cursor endOfLog() {
        return new LogReader(database).end();
    }

    /// Whether a text was destroyed after that row; where the log does not know it, at any time.
    boolean destroyedBehind(Cursor cursor) {
        long seq = new LogReader(database).knows(cursor) ? cursor.seq() : 0;
        return database.read(sql -> new PublicationLog(sql).holdsBehind(seq, PublicAct.DESTROYED));
    }

    List<WholeStories.Stamp> stampsAfter(long id) {
        return database.read(sql -> new WholeStories(sql).stampsAfter(id, STAMPS));
    }
}
