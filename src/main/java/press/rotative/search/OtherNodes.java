package press.rotative.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.StoryId;

/// What all nodes over one database did since this one last looked. Every act stands in one of the two logs, whose
/// numbers rise in the order of the commits: so none is overlooked, and no clock has a say. Of one thread.
final class OtherNodes {
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private long publications;
    private long staff;

    OtherNodes(Database database) {
        this.database = database;
    }

    /// The next rows of both logs.
    ///
    /// @param publications number of the last row of the publication log
    /// @param staff number of the last row of the staff log
    /// @param stories that they concern
    /// @param destroyed a text was destroyed for good
    record Told(long publications, long staff, Set<StoryId> stories, boolean destroyed) {}

    /// What was done before this moment is not asked for.
    void begin() {
        database.read(sql -> {
            publications = new PublicationLog(sql).number();
            staff = StaffLog.head(sql).seq();
            return true;
        });
    }

    /// What comes after all that was [taken][#taken].
    Told next() {
        return database.read(sql -> {
            List<Publication> published = new PublicationLog(sql).since(publications, ROWS_AT_ONCE);
            List<StaffLog.Row> done = StaffLog.since(sql, staff, ROWS_AT_ONCE);
            var stories = new LinkedHashSet<StoryId>();
            published.stream()
                    .filter(row -> row.subject().kind() == Subject.Kind.STORY)
                    .forEach(row -> stories.add(new StoryId(row.subject().id())));
            done.stream()
                    .flatMapToLong(row -> row.number("story").stream())
                    .forEach(number -> stories.add(new StoryId(number)));
            return new Told(
                    published.isEmpty() ? publications : published.getLast().seq(),
                    done.isEmpty() ? staff : done.getLast().seq(),
                    stories,
                    published.stream().anyMatch(row -> row.act() == PublicAct.DESTROYED));
        });
    }

    /// @return false when there was nothing
    boolean taken(Told told) {
        boolean something = told.publications() > publications || told.staff() > staff;
        publications = told.publications();
        staff = told.staff();
        return something;
    }
}
