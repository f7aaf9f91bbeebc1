package press.rotative;

import static press.rotative.platform.db.Tables.PUBLICATION;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.db.tables.records.StoryDraftRecord;
import press.rotative.platform.db.tables.records.StoryVersionRecord;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Subject;

/// Texts against their digests, and the digests against those that the log covers.
final class ContentInspection {
    private ContentInspection() {}

    private record Place(long story, int version) {}

    /// One act on a version, in words of both the log and the version that it made.
    private record Made(String act, long at, long actor) {}

    /// What the log says about one version.
    private record Logged(Set<String> digests, Set<Made> acts) {
        boolean destroyed() {
            return acts.stream().anyMatch(each -> each.act().equals(PublicAct.DESTROYED.name()));
        }
    }

    /// @return how many versions there are
    static long versions(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        long count = pages.over(
                (@Nullable StoryVersionRecord last) -> sql.selectFrom(STORY_VERSION)
                        .orderBy(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION)
                        .seek(last == null ? 0 : last.getStoryId(), last == null ? 0 : last.getVersion())
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> {
                    Map<Place, Logged> logged = logged(
                            sql,
                            page.stream()
                                    .map(StoryVersionRecord::getStoryId)
                                    .distinct()
                                    .toList());
                    page.forEach(row -> version(
                            row,
                            logged.getOrDefault(
                                    new Place(row.getStoryId(), row.getVersion()), new Logged(Set.of(), Set.of())),
                            found));
                });
        missing(sql, found);
        NoteInspection.versions(sql, found);
        return count;
    }

    private static void version(StoryVersionRecord row, Logged logged, Consumer<String> found) {
        String name = "Version " + row.getVersion() + " of story " + row.getStoryId();
        if (row.getContent() == null) {
            if (row.getDestroyedAt() == null || !logged.destroyed()) {
                found.accept(name + " has no text, and the log knows of no destruction.");
            }
        } else if (!Digest.of(row.getContent()).equals(row.getDigest())) {
            found.accept(name + " was changed: its text does not have its digest.");
        }
        if (logged.digests().isEmpty()) {
            found.accept(name + " stands in no row of the publication log.");
        } else if (!logged.digests().equals(Set.of(row.getDigest()))) {
            found.accept(name + " has another digest than the publication log.");
        } else if (!logged.acts().contains(new Made(row.getAct(), row.getAt(), row.getActorId()))) {
            found.accept(name + " names another act, time or actor than the publication log.");
        }
    }

    private static Map<Place, Logged> logged(DSLContext sql, Collection<Long> stories) {
        var logged = new HashMap<Place, Logged>();
        sql.selectFrom(PUBLICATION)
                .where(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(PUBLICATION.SUBJECT_ID.in(stories))
                .and(PUBLICATION.CONTENT_DIGEST.isNotNull())
                .forEach(row -> logged.merge(
                        new Place(row.getSubjectId(), row.getVersion()),
                        new Logged(
                                Set.of(row.getContentDigest()),
                                Set.of(new Made(row.getAct(), row.getAt(), row.getActorId()))),
                        ContentInspection::together));
        return logged;
    }

    private static Logged together(Logged one, Logged other) {
        var digests = new HashSet<>(one.digests());
        digests.addAll(other.digests());
        var acts = new HashSet<>(one.acts());
        acts.addAll(other.acts());
        return new Logged(Set.copyOf(digests), Set.copyOf(acts));
    }

    /// Versions that the log covers and that are not there.
    private static void missing(DSLContext sql, Consumer<String> found) {
        sql.selectDistinct(PUBLICATION.SUBJECT_ID, PUBLICATION.VERSION)
                .from(PUBLICATION)
                .leftJoin(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(PUBLICATION.SUBJECT_ID))
                .and(STORY_VERSION.VERSION.eq(PUBLICATION.VERSION))
                .where(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.STORY.name()))
                .and(PUBLICATION.CONTENT_DIGEST.isNotNull())
                .and(STORY_VERSION.STORY_ID.isNull())
                .limit(Inspection.MOST_FINDINGS)
                .forEach(row -> found.accept("Version " + row.value2() + " of story " + row.value1()
                        + " was published, but it is not there."));
    }

    /// @return how many drafts there are
    static long drafts(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        return pages.over(
                (@Nullable StoryDraftRecord last) -> sql.selectFrom(STORY_DRAFT)
                        .where(STORY_DRAFT.STORY_ID.gt(last == null ? 0 : last.getStoryId()))
                        .orderBy(STORY_DRAFT.STORY_ID)
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> page.forEach(row -> {
                    if (!Digest.of(row.getContent()).equals(row.getDigest())) {
                        found.accept("The draft of story " + row.getStoryId()
                                + " was changed: its text does not have its digest.");
                    }
                }));
    }
}
