package press.rotative.story.archive;

import java.util.ArrayList;
import java.util.List;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.StoryId;

/// Files and publishes many new stories in one act, as an archive is taken over. It leaves the rows that [CreateStory]
/// and [PublishStory] would leave one by one, but writes them table by table; the staff log gets one row for all.
/// What a source lacks is no refusal; what a story names and is not here is one, and then nothing is filed.
///
/// @param stories up to 500
public record PublishArchive(Actor actor, List<ArchiveStory> stories) implements Act<List<PublishArchive.Filed>> {
    public static final int MOST = 500;

    /// One of them, as it is public now.
    ///
    /// @param lacks sentences on what its source lacked
    public record Filed(StoryId id, String code, List<String> lacks) {}

    public PublishArchive {
        stories = List.copyOf(stories);
        if (stories.isEmpty() || stories.size() > MOST) {
            throw Problem.invalid("An archive is published in parts of 1 to " + MOST + " stories.");
        }
    }

    @Override
    public List<Filed> perform(Transaction transaction) {
        Policy.require(actor, Power.IMPORT);
        var named = ArchiveReferences.of(transaction.sql(), stories);
        var rows = new ArchiveRows(transaction, actor, stories);
        List<StoryId> ids = rows.numbers();
        List<String> codes = Addresses.issueCodes(
                transaction, ids.stream().map(StoryId::subject).toList());
        rows.insertStories(ids, codes, named);
        rows.insertVersions(ids);
        List<PublicationLog.Entry> renamed = named.claimAddresses(transaction);
        rows.insertLists(ids);
        String digests =
                String.join("\n", stories.stream().map(ArchiveStory::digest).toList());
        StaffLog.append(
                transaction,
                actor,
                "stories-filed",
                "stories " + ids.getFirst().value() + " to " + ids.getLast().value(),
                Digest.of(digests));
        var reach = new ArchiveReach(transaction.sql(), stories, named);
        var entries = new ArrayList<>(renamed);
        for (int i = 0; i < stories.size(); i++) {
            entries.add(new PublicationLog.Entry(
                    PublicAct.PUBLISHED,
                    ids.get(i).subject(),
                    1,
                    null,
                    stories.get(i).digest(),
                    reach.of(ids.get(i), stories.get(i))));
        }
        PublicationLog.appendAll(transaction, actor.staffId(), entries);
        var filed = new ArrayList<Filed>(stories.size());
        for (int i = 0; i < stories.size(); i++) {
            filed.add(new Filed(ids.get(i), codes.get(i), named.lacks(stories.get(i))));
        }
        return filed;
    }
}
