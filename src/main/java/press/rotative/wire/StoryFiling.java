package press.rotative.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.media.BlobStore;
import press.rotative.media.StoredAhead;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;
import press.rotative.story.StoryImports;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.AccountFile;
import press.rotative.wire.account.FreshDoubts;

/// Files clippings as stories: one act for a whole batch, so that one publication makes many stories public. Where one
/// of them is refused, the batch is done again with an act for each.
public final class StoryFiling implements Filing {
    private static final Logger LOG = Logger.getLogger(StoryFiling.class);

    private final Actor actor;
    private final Acts acts;
    private final Database database;
    private final BlobStore blobs;
    private final PagePictures pictures;

    /// For the operator at the command line.
    public StoryFiling(Acts acts, Database database, BlobStore blobs, PagePictures pictures) {
        this(Actor.OPERATOR, acts, database, blobs, pictures);
    }

    /// @param actor who imports; what is filed stands in the journal as theirs
    public StoryFiling(Actor actor, Acts acts, Database database, BlobStore blobs, PagePictures pictures) {
        this.actor = actor;
        this.pictures = pictures;
        this.acts = acts;
        this.database = database;
        this.blobs = blobs;
    }

    @Override
    public Set<String> known(Set<String> digests) {
        return database.read(sql -> new StoryImports(sql).known(digests));
    }

    @Override
    public List<Imported> file(List<Item> batch, Wishes wishes) {
        Policy.require(actor, Power.IMPORT);
        var results = new ArrayList<@Nullable Imported>();
        var items = new ArrayList<Item>();
        var got = new ArrayList<Prepared>();
        for (Item item : batch) {
            try {
                requireUntouched(item, wishes);
                got.add(prepared(item));
                items.add(item);
                results.add(null);
            } catch (Problem refused) {
                results.add(refused(item, refused));
            }
        }
        Iterator<Imported> filed = together(items, got, wishes).iterator();
        results.replaceAll(refused -> refused == null ? filed.next() : refused);
        return results.stream().map(Objects::requireNonNull).toList();
    }

    /// Before anything is got or stored; the act asks again, and decides.
    private void requireUntouched(Item item, Wishes wishes) {
        if (wishes.untouched()) {
            database.read(sql -> {
                item.clipping()
                        .canonical()
                        .flatMap(new CapturedPages(sql)::storyOf)
                        .ifPresent(story -> FilingBatch.requireUntouched(sql, story));
                return true;
            });
        }
    }

    private List<Imported> together(List<Item> items, List<Prepared> got, Wishes wishes) {
        if (items.isEmpty()) {
            return List.of();
        }
        try (var ahead = new StoredAhead(database, blobs)) {
            got.forEach(each ->
                    ahead.alsoDrop(() -> pictures.drop(each.pictures().files().values())));
            try {
                return act(ahead, items, got, wishes);
            } catch (RuntimeException refused) {
                List<Imported> filed = new ArrayList<>(items.size());
                for (int at = 0; at < items.size(); at++) {
                    filed.add(alone(ahead, items.get(at), got.get(at), wishes));
                }
                return filed;
            }
        }
    }

    /// What of an import is made ready outside of the act.
    ///
    /// @param bytes the account as it is kept
    record Prepared(PagePictures.Got pictures, Account account, byte[] bytes, FreshDoubts doubts) {}

    /// Files are got, and accounts are packed, before the act: it waits for no disk and no network.
    private Prepared prepared(Item item) {
        PagePictures.Got got = pictures.get(item, actor);
        Account account = Account.of(item.clipping(), got.files()::containsKey, got.notes());
        return new Prepared(got, account, AccountFile.write(account), FreshDoubts.about(account));
    }

    private List<Imported> act(StoredAhead ahead, List<Item> items, List<Prepared> got, Wishes wishes) {
        ahead.store(items.stream().map(item -> item.capture().bytes()).toList());
        try {
            return acts.perform(transaction -> new FilingBatch(transaction, actor, wishes).file(items, got))
                    .value();
        } catch (Problem problem) {
            if (problem.category() == Problem.Category.OVERLOADED) {
                ahead.leave(); // the store may have gone away while it saved
            }
            throw problem;
        }
    }

    private Imported alone(StoredAhead ahead, Item item, Prepared got, Wishes wishes) {
        try {
            return act(ahead, List.of(item), List.of(got), wishes).getFirst();
        } catch (Problem problem) {
            return refused(item, problem);
        } catch (RuntimeException failure) {
            LOG.error("source=" + item.capture().source() + " could not be filed", failure);
            String source = item.capture().source();
            return Imported.refused(source, Import.sentence(source, "could not be filed; the log says why."));
        }
    }

    private static Imported refused(Item item, Problem problem) {
        String source = item.capture().source();
        return Imported.refused(source, Import.sentence(source, "could not be filed. " + problem.sentence()), problem);
    }
}
