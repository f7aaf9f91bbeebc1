package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.fill.Fill;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.RenameSection;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SetExpiry;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.archive.ArchiveStory;
import press.rotative.story.archive.PublishArchive;

/// An act costs as much in a large newsroom as in a small one: none of its statements walks through a table that grows
/// with the archive.
@Tag("long")
class FlatActsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void no_statement_of_an_act_walks_through_a_table_that_grows() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            new Fill(press).upTo(600, new Unwatched());
            var walking = new ArrayList<String>();
            acts(press).forEach((name, act) -> {
                Set<String> statements = statements(press, act);
                assertTrue(statements.size() > 3, name + " ran " + statements);
                press.database().read(sql -> {
                    statements.forEach(statement ->
                            walks(sql, statement).forEach(step -> walking.add(name + ": " + step + ": " + statement)));
                    return true;
                });
            });
            assertEquals(List.of(), walking);
        }
    }

    private static List<String> walks(DSLContext sql, String statement) {
        return sql.fetch("explain query plan " + statement).stream()
                .map(step -> String.valueOf(step.get("detail")))
                .filter(detail -> detail.matches("SCAN (story|publication|address|picture|blob|job|capture).*"))
                .filter(detail -> !detail.contains("CONSTANT ROW"))
                .toList();
    }

    /// What an act says to the database; it is then undone.
    private static Set<String> statements(Press press, Act<?> act) {
        var queries = new Queries();
        assertThrows(Problem.class, () -> press.database().write(transaction -> {
            DSLContext heard = queries.over(transaction.sql());
            var inner = new Transaction(heard, transaction.now());
            act.perform(inner);
            inner.end();
            throw Problem.conflict("It was only listened to.");
        }));
        return queries.texts();
    }

    private static Map<String, Act<?>> acts(Press press) {
        StoryId story = press.database().read(sql -> {
            var edition = new Editions(sql).find("fr").orElseThrow();
            return new Newsstand(sql).latest(edition.id(), 20).getLast().id();
        });
        Draft draft = press.acts()
                .perform(transaction -> {
                    var stories = new Stories(transaction.sql());
                    StoryContent content =
                            stories.liveContent(stories.get(story)).orElseThrow();
                    return new CreateStory(Actor.OPERATOR, stories.get(story).edition(), content, null, true)
                            .perform(transaction);
                })
                .value();
        StoryContent content = draft.content();
        EditionId edition =
                press.database().read(sql -> new Stories(sql).get(story).edition());
        var acts = new LinkedHashMap<String, Act<?>>();
        acts.put("create", new CreateStory(Actor.OPERATOR, edition, content, null, true));
        acts.put("save", new SaveDraft(Actor.OPERATOR, draft.story(), null, content));
        acts.put("publish", new PublishStory(Actor.OPERATOR, draft.story(), null, null, true));
        acts.put("correct", new CorrectStory(Actor.OPERATOR, story, null, "Une date."));
        acts.put(
                "withhold",
                new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "Doute.", null, false));
        acts.put("kill", new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "Faux.", "Retiré.", true));
        acts.put("expire", new SetExpiry(Actor.OPERATOR, story, CLOCK.instant().plusSeconds(60)));
        acts.put(
                "archive",
                new PublishArchive(Actor.OPERATOR, List.of(ArchiveStory.of(edition, content.withSlug("autre"), null))));
        acts.put("destroy", transaction -> {
            new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "Faux.", "Retiré.", true)
                    .perform(transaction);
            return new DestroyVersion(Actor.OPERATOR, story, 1, "Jugement.").perform(transaction);
        });
        SectionId section = content.section();
        acts.put("rename", new RenameSection(Actor.OPERATOR, section, null, "Vie publique", "vie-publique"));
        return acts;
    }

    private static final class Unwatched implements Fill.Watching {
        @Override
        public void told(long done, long behind) {}

        @Override
        public boolean stopped() {
            return false;
        }
    }
}
