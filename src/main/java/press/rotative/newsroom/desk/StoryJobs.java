package press.rotative.newsroom.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Job;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// What the clock will do to stories that somebody may read, in the order in which it is due. Jobs of other things
/// and of stories that stand where they may not read are not looked at, so they hide nothing and cost nothing.
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

    /// @param wanted it ends before the first that is not
    /// @param most of them
    List<Job> first(Predicate<Job> wanted, int most) {
        var found = new ArrayList<Job>();
        @Nullable Job last = null;
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < most; looked += AT_ONCE) {
            List<Job> jobs = new Jobs(sql)
                    .upcoming(KINDS, story -> Stories.mayBeReadable(actor, story), last, AT_ONCE).stream()
                            .takeWhile(wanted)
                            .toList();
            found.addAll(readable(jobs));
            if (jobs.size() < AT_ONCE) {
                break;
            }
            last = jobs.getLast();
        }
        return found.subList(0, Math.min(found.size(), most));
    }

    private List<Job> readable(List<Job> jobs) {
        var stories = new Stories(sql);
        Map<StoryId, Story> there =
                stories.find(jobs.stream().map(StoryJobs::story).distinct().toList());
        Set<StoryId> readable = stories.readable(actor, there.values());
        return jobs.stream().filter(job -> readable.contains(story(job))).toList();
    }

    static StoryId story(Job job) {
        return new StoryId(job.subject());
    }
}
