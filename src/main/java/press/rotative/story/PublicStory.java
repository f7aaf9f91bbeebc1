package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One story before the public: how it stands, also when it is gone, and how it came there.
public final class PublicStory {
    private final DSLContext sql;
    private final StoryId id;

    public PublicStory(DSLContext sql, StoryId id) {
        this.sql = sql;
        this.id = id;
    }

    /// By what it is known, however it stands.
    ///
    /// @param uri never changes
    /// @param code of its short address
    public record Identity(String uri, String code, EditionId edition, PubStatus status) {}

    /// @return empty: it was never public
    public Optional<Identity> identity() {
        return sql.select(STORY.URI, STORY.CODE, STORY.EDITION_ID, STORY.PUB_STATUS)
                .from(STORY)
                .where(STORY.ID.eq(id.value()))
                .and(STORY.PUB_STATUS.isNotNull())
                .and(STORY.CODE.isNotNull())
                .fetchOptional(row -> new Identity(
                        row.value1(), row.value2(), new EditionId(row.value3()), PubStatus.valueOf(row.value4())));
    }

    /// The public note of a version that became public; empty: it has none.
    public Optional<String> note(int version) {
        return new StoryHistory(sql)
                .of(id, version + 1, 1).stream()
                        .filter(entry -> entry.version() == version)
                        .findFirst()
                        .map(StoryHistory.Entry::note);
    }

    /// How it stands.
    public sealed interface Standing {
        record Live(LiveStory story) implements Standing {}

        /// @param title null when the editor decided that the notice does not name it
        record Killed(EditionId edition, @Nullable String title, String notice, Instant when) implements Standing {}

        /// Its time is over (`expires`); it says no more than that.
        record Expired(EditionId edition, Instant when) implements Standing {}

        /// Never published, or withheld: for the public it is not there.
        record Hidden() implements Standing {}
    }

    public Standing standing() {
        return standing(new Newsstand(sql));
    }

    /// @param newsstand of the same snapshot
    public Standing standing(Newsstand newsstand) {
        LiveStory live = newsstand.stories(List.of(id)).get(id);
        return live == null ? withdrawn() : new Standing.Live(live);
    }

    private Standing withdrawn() {
        var row = sql.selectFrom(STORY).where(STORY.ID.eq(id.value())).fetchOne();
        if (row == null || row.getPubStatus() == null) {
            return new Standing.Hidden();
        }
        if (row.getPubStatus().equals("CANCELED")) {
            String title =
                    row.getNoticeTitled() && row.getLiveVersion() != null ? headline(row.getLiveVersion()) : null;
            long when = row.getWithdrawnAt() == null ? row.getCreatedAt() : row.getWithdrawnAt();
            return new Standing.Killed(
                    new EditionId(row.getEditionId()),
                    title,
                    row.getNotice() == null ? "" : row.getNotice(),
                    Instant.ofEpochMilli(when));
        }
        if (row.getExpiredAt() != null) {
            return new Standing.Expired(new EditionId(row.getEditionId()), Instant.ofEpochMilli(row.getExpiredAt()));
        }
        return new Standing.Hidden();
    }

    private @Nullable String headline(int version) {
        return sql.select(STORY_VERSION.CONTENT)
                .from(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.eq(id.value()))
                .and(STORY_VERSION.VERSION.eq(version))
                .and(STORY_VERSION.CONTENT.isNotNull())
                .fetchOptional(row -> StoryJson.read(row.value1()).headline())
                .orElse(null);
    }

    /// One published version.
    ///
    /// @param act as the publication log names it
    /// @param note public
    /// @param closed to public comparison
    public record Event(
            int version, String act, Instant when, @Nullable String note, boolean destroyed, boolean closed) {}

    /// Its published versions, newest first.
    public List<Event> history(int limit) {
        return new StoryHistory(sql)
                .of(id, Integer.MAX_VALUE, limit).stream()
                        .map(entry -> new Event(
                                entry.version(),
                                entry.act(),
                                entry.at(),
                                entry.note(),
                                entry.destroyed(),
                                entry.closed()))
                        .toList();
    }

    /// The step to a published version from the one before it, where the story is usable.
    public Optional<Comparison> comparison(int version) {
        return Comparison.of(sql, id, version);
    }
}
