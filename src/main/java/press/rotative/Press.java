package press.rotative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import press.rotative.address.Addresses;
import press.rotative.api.KeptAnswers;
import press.rotative.jobs.JobRunner;
import press.rotative.media.BlobStore;
import press.rotative.media.DestroyedBlobs;
import press.rotative.media.DestroyedPictures;
import press.rotative.media.FileBlobStore;
import press.rotative.media.Intake;
import press.rotative.media.PictureKeys;
import press.rotative.media.Renditions;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.nodes.OtherNodes;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Figures;
import press.rotative.platform.PostgresDatabase;
import press.rotative.platform.SqliteDatabase;
import press.rotative.publication.Acts;
import press.rotative.publication.HeadCheck;
import press.rotative.publication.HeadFile;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.PublicationLog;
import press.rotative.search.SearchIndex;
import press.rotative.search.StaffSearch;
import press.rotative.site.Finder;
import press.rotative.story.DoubtCount;
import press.rotative.story.acts.ClockActs;
import press.rotative.wire.account.OpenDoubts;

/// One open newsroom: every room built by hand over one data directory. The server, the commands and the tests all
/// begin with `Press.open`.
public final class Press implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Press.class);

    private final Path data;
    private final Clock clock;
    private final Database database;
    private final FileBlobStore blobs;
    private final HeadFile headFile;
    private final PublicNumber number;
    private final OtherNodes others;
    private final SearchIndex search;
    private final StaffSearch staffSearch;
    private final Acts acts;
    private final JobRunner jobs;
    private final Figures figures = new Figures();
    private final Darkroom darkroom;
    private final Renditions renditions;
    private final Intake intake;
    private final PictureKeys pictureKeys;

    private Press(Path data, Clock clock, Database database, HeadFile headFile, SearchIndex search) {
        this.data = data;
        this.clock = clock;
        this.database = database;
        this.blobs = new FileBlobStore(data.resolve("blobs"));
        this.darkroom = new Darkroom(data.resolve("quarantine"));
        this.renditions = new Renditions(data, blobs, darkroom);
        this.intake = new Intake(database, blobs, darkroom, data, clock);
        this.pictureKeys = new PictureKeys(database);
        PictureFigures.register(figures, renditions, darkroom);
        this.headFile = headFile;
        this.number = new PublicNumber();
        this.search = search;
        this.others = new OtherNodes(database);
        others.tell(this::becamePublic);
        this.staffSearch = new StaffSearch(data, database, others);
        this.acts = new Acts(
                database,
                headFile,
                number,
                List.of(search),
                List.of(new DoubtCount(new OpenDoubts()), new KeptAnswers()));
        this.jobs = new JobRunner(database, acts, clock, new ClockActs());
    }

    /// Opens the newsroom in a data directory, which is made when it is missing.
    ///
    /// @param databaseUrl JDBC address of PostgreSQL; empty: SQLite in the data directory
    public static Press open(Path data, Optional<String> databaseUrl, Clock clock) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data directory " + data, e);
        }
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            Database database = databaseUrl
                    .<Database>map(url -> PostgresDatabase.open(url, clock))
                    .orElseGet(() -> SqliteDatabase.open(data.resolve("rotative.db"), clock));
            opened.push(database);
            HeadFile headFile = HeadFile.open(data.resolve("publication.head"));
            opened.push(headFile);
            SearchIndex search = SearchIndex.open(data, database);
            opened.push(search);
            var press = new Press(data, clock, database, headFile, search);
            opened.push(press.others);
            press.prepare();
            return press;
        } catch (RuntimeException failure) {
            opened.forEach(each -> closeAfter(failure, each));
            throw failure;
        }
    }

    private static void closeAfter(RuntimeException failure, AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception another) {
            failure.addSuppressed(another);
        }
    }

    private void prepare() {
        database.read(this::headDifference).ifPresent(sentence -> {
            LOG.error(sentence);
            database.refuseWrites(sentence);
        });
        boolean prepared = database.read(Addresses::prepared);
        if (!prepared) {
            database.write(transaction -> {
                Addresses.prepare(transaction.sql(), new SecureRandom());
                return true;
            });
        }
        others.start(); // before all that is looked at now: nothing is done between the two
        number.raise(database.read(sql -> new PublicationLog(sql).number()));
        DestroyedBlobs.takeAway(database, blobs, others);
        DestroyedPictures.takeAway(database, renditions, others);
    }

    /// What another server did is durable; here, too, no page of before it is right any more.
    private void becamePublic(OtherNodes.Done done) {
        if (!done.published().isEmpty()) {
            long seq = done.published().getLast().seq();
            number.raise(seq);
            search.nudge(seq);
        }
    }

    /// Why the database is not the one whose acts were acknowledged; empty when it is.
    Optional<String> headDifference(DSLContext sql) {
        return HeadCheck.refusal(sql, headFile, seq -> StaffLog.hash(sql, seq));
    }

    public Path data() {
        return data;
    }

    public Clock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public BlobStore blobs() {
        return blobs;
    }

    /// Takes away what a killed process was storing. For who holds the data directory and stores nothing yet; servers
    /// of one PostgreSQL may store in a folder that they share.
    public void sweepBlobs() {
        blobs.sweep(database.embedded() ? Instant.now() : Instant.now().minus(Duration.ofDays(1)));
    }

    /// The sizes and formats of pictures.
    public Renditions renditions() {
        return renditions;
    }

    /// How picture files come in.
    public Intake intake() {
        return intake;
    }

    /// What gives pictures of before the words by which they are searched. Nothing runs until the server starts it.
    public PictureKeys pictureKeys() {
        return pictureKeys;
    }

    public PublicNumber number() {
        return number;
    }

    /// Where searches are answered from.
    public Finder finder() {
        return new IndexFinder(search);
    }

    public Acts acts() {
        return acts;
    }

    /// Who tells what other servers over the same database did.
    public OtherNodes others() {
        return others;
    }

    /// Who runs what the clock calls for. Nothing runs by itself until the server starts it.
    public JobRunner jobs() {
        return jobs;
    }

    /// What rooms count about themselves.
    public Figures figures() {
        return figures;
    }

    public SearchIndex search() {
        return search;
    }

    /// The newsroom's own search, drafts included. The public site is never handed it.
    public StaffSearch staffSearch() {
        return staffSearch;
    }

    @Override
    public void close() {
        others.close();
        jobs.close();
        pictureKeys.close();
        darkroom.close();
        staffSearch.close();
        search.close();
        database.close();
        headFile.close();
    }
}
