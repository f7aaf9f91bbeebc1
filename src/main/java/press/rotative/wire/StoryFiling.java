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
    private final PagePictures pictures;

    public StoryFiling(Acts acts, Database database, BlobStore blobs, PagePictures pictures) {
        this.pictures = pictures;
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
        // Files are got before the act: it waits for no disk and no network.
        List<PagePictures.Got> got = batch.stream().map(pictures::get).toList();
        try {
            return act(batch, got, wishes);
        } catch (RuntimeException refused) {
            List<Imported> filed = new ArrayList<>(batch.size());
            for (int at = 0; at < batch.size(); at++) {
                filed.add(alone(batch.get(at), got.get(at), wishes));
            }
            return filed;
        }
    }

    private List<Imported> act(List<Item> items, List<PagePictures.Got> got, Wishes wishes) {
        blobs.putAll(items.stream().map(item -> item.capture().bytes()).toList());
        return acts.perform(transaction -> new FilingBatch(transaction, wishes).file(items, got))
                .value();
    }

    private Imported alone(Item item, PagePictures.Got got, Wishes wishes) {
        try {
            return act(List.of(item), List.of(got), wishes).getFirst();
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
