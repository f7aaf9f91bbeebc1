package press.rotative.newsroom.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import press.rotative.jobs.Job;
import press.rotative.jobs.Jobs;
import press.rotative.language.Dates;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.NewestTexts;
import press.rotative.story.StoryId;

/// What happens to stories by itself, in the order in which it is due: schedules, embargoes, expiries.
final class Clocks {
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
        List<Job> jobs = new StoryJobs(sql, actor).first(job -> true, SHOWN);
        Map<StoryId, NewestTexts.Newest> texts = new NewestTexts(sql)
                .of(jobs.stream().map(StoryJobs::story).distinct().toList());
        return jobs.stream()
                .flatMap(job -> Optional.ofNullable(texts.get(StoryJobs.story(job))).stream()
                        .flatMap(text -> Optional.ofNullable(
                                        editions.get(text.story().edition()))
                                .stream()
                                .map(edition -> clock(job, text, edition))))
                .toList();
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
                job.dueAt().toString(),
                late(job, now),
                job.failure());
    }
}
