package press.rotative.story.acts;

import press.rotative.jobs.Job;
import press.rotative.jobs.JobWork;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.house.TakeAlertDown;

/// The acts that the clock calls for, by the kind of their job.
public final class ClockActs implements JobWork {

    @Override
    public void perform(Transaction transaction, Job job) {
        switch (job.kind()) {
            case PUBLICATION, EMBARGO -> new PublishAsPlanned(new StoryId(job.subject())).perform(transaction);
            case EXPIRY -> new ExpireStory(new StoryId(job.subject())).perform(transaction);
            case RIGHTS_END -> new EndRights(new PictureId(job.subject())).perform(transaction);
            case ALERT_END ->
                new TakeAlertDown(Actor.OPERATOR, new EditionId(job.subject()), null).perform(transaction);
            case MIDNIGHT -> new BeginDay(new EditionId(job.subject())).perform(transaction);
        }
    }
}
