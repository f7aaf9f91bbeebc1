package press.rotative.newsroom.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import press.rotative.jobs.Job;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.NewestTexts;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// What happens to stories by itself, in the order in which it is due: schedules, embargoes, expiries.
final class Clocks {
    private static final int LOOKED_AT = 60;
    private static final int SHOWN = 8;

    private final DSLContext sql;
    private final Words words;
    private final Dates dates;
    private final Instant now;
    private final Map<EditionId, Edition> editions;

    Clocks(DSLContext sql, Words words, Dates dates, Instant now, List<Edition> editions) {
        this.sql = sql;
        this.words = words;
        this.dates = dates;
        this.now = now;
        this.editions = editions.stream().collect(Collectors.toMap(Edition::id, edition -> edition));
    }

    /// Those of stories that somebody may see.
    List<DeskPage.Clock> next(Actor actor) {
        List<Job> jobs = new Jobs(sql)
                .upcoming(null, LOOKED_AT).stream()
                        .filter(job -> ofStory(job.kind()))
                        .toList();
        var texts = new NewestTexts(sql)
                .of(jobs.stream()
                        .map(job -> new StoryId(job.subject()))
                        .distinct()
                        .toList());
        var stories = new Stories(sql);
        var clocks = new ArrayList<DeskPage.Clock>();
        for (Job job : jobs) {
            NewestTexts.Newest text = texts.get(new StoryId(job.subject()));
            Edition edition = text == null ? null : editions.get(text.story().edition());
            if (clocks.size() < SHOWN && text != null && edition != null && stories.readable(actor, text.story())) {
                clocks.add(clock(job, text, edition));
            }
        }
        return clocks;
    }

    static boolean ofStory(JobKind kind) {
        return switch (kind) {
            case PUBLICATION, EMBARGO, EXPIRY -> true;
            case RIGHTS_END, MIDNIGHT -> false;
        };
    }

    static boolean late(Job job, Instant now) {
        return job.parked() || job.dueAt().plus(Jobs.GRACE).isBefore(now);
    }

    private DeskPage.Clock clock(Job job, NewestTexts.Newest text, Edition edition) {
        String headline = text.content() == null || text.content().headline().isBlank()
                ? words.say("story.no.headline")
                : text.content().headline();
        return new DeskPage.Clock(
                "/newsroom/stories/" + job.subject(),
                headline,
                edition.language(),
                edition.direction(),
                words.say("desk.clock." + job.kind().label()),
                dates.stampWithTime(job.dueAt()),
                late(job, now),
                job.failure());
    }
}
