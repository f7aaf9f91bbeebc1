package press.rotative.story.writing;

import java.util.List;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// Keeps the draft as it is under a name, to be looked at, compared and taken back later.
///
/// @param name 1 to 200 characters
/// @param saveKey as of [SaveParts]: asked again, it is done once
public record NameVersion(Actor actor, StoryId story, String name, String saveKey) implements Act<Long> {

    public NameVersion {
        name = name.strip();
        if (name.isEmpty() || name.length() > 200 || name.indexOf('\0') >= 0) {
            throw Problem.invalid("The name of a version has 1 to 200 letters.");
        }
    }

    /// @return its number in the journal
    @Override
    public Long perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        stories.lockFor(actor, Power.WRITE_STORY, story);
        Draft draft = stories.draft(story)
                .orElseThrow(() -> Problem.conflict("There is no draft to name: the story is as it was published."));
        var journal = new Journal(transaction.sql());
        var done = journal.withKey(story, saveKey);
        if (done.isPresent()) {
            return done.get();
        }
        String tag = journal.tag(story);
        long seq = Journal.append(
                transaction, story, saveKey, actor.staffId(), tag, tag, List.of(), draft.content(), name);
        StaffLog.append(
                transaction,
                actor,
                "version-named",
                "story " + story.value() + " " + seq,
                draft.content().digest());
        return seq;
    }
}
