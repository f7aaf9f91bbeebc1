package press.rotative;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import press.rotative.media.DestroyedPictures;
import press.rotative.people.StaffLog;
import press.rotative.platform.SqliteDatabase;
import press.rotative.search.Differences;
import press.rotative.story.Newsstand;

/// Compares everything that is kept with everything else: database, logs, digests, lists, addresses and files. It
/// changes nothing and may run while acts go on: all rows are read from one snapshot, and the index is asked last.
///
/// A database ahead of its head file is no difference (the power went between commit and head file), and neither is a
/// destroyed text or file whose row marks the gap.
public final class Inspection {
    /// More differences than this are not told one by one.
    public static final int MOST_FINDINGS = 1000;

    private static final Duration STAFF_INDEX_BUILT = Duration.ofMinutes(10);
    private static final long TELL_NANOS = Duration.ofSeconds(5).toNanos();

    private final Press press;
    private final Consumer<String> progress;
    private final PagedWalk pages = new PagedWalk(this::tell);
    private final List<String> findings = new ArrayList<>();
    private String part = "";
    private long toldAt;
    private long publications;
    private long versions;
    private long stories;
    private long accounts;
    private long blobs;
    private long renditions;
    private boolean done;

    /// @param progress is told which part is being compared, and in long parts now and then how many rows were
    public Inspection(Press press, Consumer<String> progress) {
        this.press = press;
        this.progress = progress;
    }

    /// One sentence for each difference, at most [#MOST_FINDINGS] and one more that says so; empty when all agrees.
    public List<String> findings() {
        if (!done) {
            done = true;
            inspect();
        }
        return findings.size() <= MOST_FINDINGS
                ? List.copyOf(findings)
                : java.util.stream.Stream.concat(
                                findings.stream().limit(MOST_FINDINGS), java.util.stream.Stream.of("And more."))
                        .toList();
    }

    /// What was compared, for the summary.
    public String counted() {
        return publications + " publications, " + stories + " stories, " + versions + " versions and drafts, "
                + accounts + " accounts of imports, " + blobs
                + " files, " + renditions + " renditions";
    }

    private void inspect() {
        if (press.database() instanceof SqliteDatabase sqlite) {
            part("the database file", () -> sqlite.integrityFindings().forEach(this::add));
        }
        press.database().read(sql -> {
            part("the head of the log", () -> press.headDifference(sql).ifPresent(this::add));
            compare(
                    sql,
                    "the publication log",
                    (rows, found) -> publications = PublicationInspection.walk(pages, rows, found));
            compare(sql, "the staff log", (rows, found) -> StaffLog.firstBroken(rows)
                    .ifPresent(seq -> found.accept("The staff log is broken at row " + seq
                            + ": a row is missing, was changed, or the head does not fit.")));
            compare(sql, "versions", (rows, found) -> versions += ContentInspection.versions(pages, rows, found));
            compare(sql, "drafts", (rows, found) -> versions += ContentInspection.drafts(pages, rows, found));
            compare(sql, "pages of the newsroom", (rows, found) -> versions += HouseInspection.walk(rows, found));
            compare(sql, "stories and lists", (rows, found) -> stories = StoryInspection.walk(pages, rows, found));
            compare(sql, "accounts of imports", (rows, found) -> accounts = AccountInspection.walk(pages, rows, found));
            compare(sql, "destroyed pictures", (rows, found) -> {
                DestroyedPictures.inspect(rows, press.renditions(), found);
                DestructionInspection.walk(rows, found);
            });
            compare(sql, "files", (rows, found) -> blobs = BlobInspection.walk(pages, rows, press.blobs(), found));
            return true;
        });
        part("renditions", () -> renditions = press.renditions().inspect(this::add));
        part("the search index", this::searchIndex);
        part("the newsroom's search index", this::staffIndex);
    }

    /// Told only when it is still so a moment later: an act may be between the log and the index.
    private void searchIndex() {
        Differences differences = searchDifferences();
        if (!differences.none()) {
            differences = searchDifferences();
        }
        differences.missing().forEach(id -> add("Story " + id.value() + " is public, but the search index lacks it."));
        differences
                .extra()
                .forEach(id -> add("Story " + id.value() + " is not public, but the search index holds it."));
        if (!differences.none()
                && differences.missing().isEmpty()
                && differences.extra().isEmpty()) {
            add("The search index holds " + differences.documents() + " stories, but " + differences.usable()
                    + " are public. Delete the folder 'search' while the server is stopped; it is built again.");
        }
    }

    private Differences searchDifferences() {
        press.search().awaitCaughtUp(press.number().current(), Duration.ofSeconds(10));
        return press.database().read(sql -> press.search().against(new Newsstand(sql)));
    }

    /// What is missing is put first: told is only what cannot be put right.
    private void staffIndex() {
        press.staffSearch().mend(STAFF_INDEX_BUILT);
        Differences differences = press.staffSearch().differences();
        if (!differences.none()) {
            press.staffSearch().mend(Duration.ofSeconds(10));
            differences = press.staffSearch().differences();
        }
        differences
                .missing()
                .forEach(id -> add("The newsroom's search does not have story " + id.value() + " as it is."));
        differences
                .extra()
                .forEach(id -> add("The newsroom's search holds story " + id.value() + ", which is not there."));
        if (differences.documents() != differences.usable()
                && differences.missing().isEmpty()
                && differences.extra().isEmpty()) {
            add("The newsroom's search index holds " + differences.documents() + " stories, but there are "
                    + differences.usable()
                    + ". Delete the folder 'search-staff' while the server is stopped; it is built again.");
        }
    }

    private void compare(DSLContext sql, String name, BiConsumer<DSLContext, Consumer<String>> comparison) {
        part(name, () -> comparison.accept(sql, this::add));
    }

    /// What cannot be read is a difference too, and the other parts are compared all the same.
    private void part(String name, Runnable comparison) {
        part = name;
        toldAt = System.nanoTime();
        progress.accept(name);
        try {
            comparison.run();
        } catch (RuntimeException unreadable) {
            add("Not readable: " + name + " (" + unreadable.getMessage() + ").");
        }
    }

    private void tell(long rows) {
        if (System.nanoTime() - toldAt > TELL_NANOS) {
            toldAt = System.nanoTime();
            progress.accept(part + ": " + rows);
        }
    }

    private void add(String sentence) {
        if (findings.size() <= MOST_FINDINGS) {
            findings.add(sentence.replaceAll("\\s*\\R\\s*", " "));
        }
    }
}
