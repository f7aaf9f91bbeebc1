package press.rotative.newsroom.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.jobs.Job;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.newsroom.AlertSource;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// The line over every screen when something should have been published or taken back, and was not: in
/// stories that its reader may open.
@Singleton
class LateClocks implements AlertSource {
    private static final int MOST_COUNTED = 200;

    private final Clock clock;

    LateClocks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Alert> alerts(DSLContext sql, Actor actor, Words words) {
        if (!Policy.allowsSomewhere(actor, Power.PUBLISH)) {
            return List.of();
        }
        List<Job> late = new StoryJobs(sql, actor).first(job -> Clocks.late(job, clock.instant()), MOST_COUNTED);
        return late.isEmpty()
                ? List.of()
                : List.of(new Alert(
                        true,
                        words.count("desk.late.clocks", late.size()),
                        late.size() == 1
                                ? "/newsroom/stories/" + late.getFirst().subject()
                                : DeskQuery.PATH + "#clocks"));
    }
}
