package press.rotative.newsroom.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Job;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.story.NewestTexts;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// What the clock will do to stories that somebody may read, in the order in which it is due. Jobs of other things and
/// of stories that they may not read hide nothing: it looks on until it has found enough.
final class StoryJobs {
    private static final List<JobKind> KINDS =
            Arrays.stream(JobKind.values()).filter(JobKind::ofStory).toList();
    private static final int AT_ONCE = 60;
    private static final int MOST_LOOKED_AT = 3_000;

    private final DSLContext sql;
    private final Actor actor;

    StoryJobs(DSLContext sql, Actor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /// @param text that the story has now
    record One(Job job, NewestTexts.Newest text) {}

    /// @param wanted it ends before the first that is not
    /// @param most of them
    List<One> first(Predicate<Job> wanted, int most) {
        var found = new ArrayList<One>();
        @Nullable Job last = null;
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < most; looked += AT_ONCE) {
            List<Job> jobs = new Jobs(sql)
                    .upcoming(KINDS, last, AT_ONCE).stream().takeWhile(wanted).toList();
            readable(jobs, found);
            if (jobs.size() < AT_ONCE) {
                break;
            }
            last = jobs.getLast();
        }
        return found.subList(0, Math.min(found.size(), most));
    }

    private void readable(List<Job> jobs, List<One> into) {
        var texts = new NewestTexts(sql)
                .of(jobs.stream()
                        .map(job -> new StoryId(job.subject()))
                        .distinct()
                        .toList());
        var stories = new Stories(sql);
        for (Job job : jobs) {
            NewestTexts.Newest text = texts.get(new StoryId(job.subject()));
            if (text != null && stories.readable(actor, text.story())) {
                into.add(new One(job, text));
            }
        }
    }
}
