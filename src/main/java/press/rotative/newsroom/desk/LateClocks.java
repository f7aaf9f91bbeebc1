package press.rotative.newsroom.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.jobs.Job;
import press.rotative.jobs.Jobs;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.newsroom.AlertSource;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;

/// The line over every screen when something should have been published or taken back, and was not.
@Singleton
class LateClocks implements AlertSource {
    private static final int LOOKED_AT = 20;

    private final Clock clock;

    LateClocks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Alert> alerts(DSLContext sql, Actor actor, Words words) {
        if (!Policy.allowsSomewhere(actor, Power.PUBLISH)) {
            return List.of();
        }
        List<Job> late = new Jobs(sql)
                .upcoming(null, LOOKED_AT).stream()
                        .filter(job -> Clocks.ofStory(job.kind()) && Clocks.late(job, clock.instant()))
                        .toList();
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
