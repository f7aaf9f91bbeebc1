package press.rotative.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import press.rotative.media.BlobStore;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;

/// Files clippings as stories: one act for a whole batch, so that one publication makes many stories public. Where one
/// of them is refused, the batch is done again with an act for each.
public final class StoryFiling implements Filing {
    private static final Logger LOG = Logger.getLogger(StoryFiling.class);

    private final Acts acts;
    private final Database database;
    private final BlobStore blobs;

    public StoryFiling(Acts acts, Database database, BlobStore blobs) {
        this.acts = acts;
        this.database = database;
        this.blobs = blobs;
    }

    @Override
    public Set<String> known(Set<String> digests) {
        return database.read(sql -> new Captures(sql).known(digests));
    }

    @Override
    public List<Imported> file(List<Item> batch, Wishes wishes) {
        Policy.require(Actor.OPERATOR, Power.IMPORT);
        try {
            return act(batch, wishes);
        } catch (RuntimeException refused) {
            return batch.stream().map(item -> alone(item, wishes)).toList();
        }
    }

    private List<Imported> act(List<Item> items, Wishes wishes) {
        items.forEach(item -> blobs.put(item.capture().bytes()));
        return acts.perform(transaction -> {
                    var filing = new FiledClipping(transaction, wishes);
                    List<Imported> filed = new ArrayList<>(items.size());
                    items.forEach(item -> filed.add(filing.file(item)));
                    return filed;
                })
                .value();
    }

    private Imported alone(Item item, Wishes wishes) {
        try {
            return act(List.of(item), wishes).getFirst();
        } catch (Problem problem) {
            return refused(item, "could not be filed. " + problem.sentence());
        } catch (RuntimeException failure) {
            LOG.error("source=" + item.capture().source() + " could not be filed", failure);
            return refused(item, "could not be filed; the log says why.");
        }
    }

    private static Imported refused(Item item, String predicate) {
        return Imported.refused(
                item.capture().source(), Import.sentence(item.capture().source(), predicate));
    }
}
