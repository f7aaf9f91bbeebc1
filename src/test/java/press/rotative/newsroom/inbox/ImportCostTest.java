package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.ScreenCosts;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.DoubtCount;
import press.rotative.story.EditionId;
import press.rotative.story.ManagedNames;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.StoryJson;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.KeepAccounts;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.wire.account.Account;
import press.rotative.wire.account.AccountFile;

/// The screen of one import takes as many statements for many concepts as for few, and counts other stories up to a
/// thousand.
class ImportCostTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final int OTHERS = ManagedNames.MOST_COUNTED + 50;

    @TempDir
    Path data;

    @Test
    void many_concepts_take_no_more_statements_than_few() {
        try (Press press = Press.open(data, Optional.empty(), new TickingClock(NOW))) {
            EditionId edition = press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                    .value();
            var few = new ScreenCosts();
            var many = new ScreenCosts();
            StoryId one = imported(press, edition, 3);
            StoryId other = imported(press, edition, 60);
            few.count("page", press.database(), sql -> page(sql, one));
            many.count("page", press.database(), sql -> page(sql, other));
            ImportPage page = press.database().read(sql -> page(sql, other));
            assertEquals(60, page.concepts().size());
            few.assertStatementsIn(many);

            ConceptId concept = press.database().read(sql -> new StoryImports(sql)
                    .find(other, "")
                    .orElseThrow()
                    .concepts()
                    .getFirst());
            press.database().write(transaction -> {
                for (long story = 10_000; story < 10_000 + OTHERS; story++) {
                    transaction
                            .sql()
                            .execute(
                                    "insert into story (id, uri, edition_id, family_id, workflow, last_version, notice_titled, created_at)"
                                            + " values (" + story + ", 'u" + story + "', " + edition.value() + ", "
                                            + story
                                            + ", 'PUBLISHED', 0, false, 0)");
                    transaction
                            .sql()
                            .execute("insert into story_concept (concept_id, story_id, edition_id, published_at)"
                                    + " values (" + concept.value() + ", " + story + ", " + edition.value() + ", 0)");
                }
                return true;
            });
            int counted = press.database().read(sql -> new ManagedNames(sql).storiesAboutBesides(concept, other));
            assertEquals(ManagedNames.MOST_COUNTED + 1, counted, "no more are counted");
            ImportPage shared = press.database().read(sql -> page(sql, other));
            assertTrue(shared.concepts().getFirst().others().contains("Other public stories"));
            assertTrue(shared.concepts().getLast().others().contains("No other public story"));
        }
    }

    private static StoryId imported(Press press, EditionId edition, int concepts) {
        return press.acts()
                .perform(transaction -> {
                    var found = new ArrayList<Account.Found>();
                    var ids = new ArrayList<ConceptId>();
                    for (int i = 0; i < concepts; i++) {
                        String name = "Concept " + concepts + " " + i;
                        found.add(new Account.Found(name, "topic", 1, List.of()));
                        ids.add(Concepts.add(transaction, ConceptKind.TOPIC, Map.of("en", name))
                                .id());
                    }
                    var content =
                            StoryJson.read("{\"headline\":\"The ferry sails\"}").withConcepts(ids);
                    StoryId story = new ReceiveStory(
                                    Actor.OPERATOR, edition, content, null, "a.example", new DoubtCount.Doubts(0, 0))
                            .perform(transaction)
                            .story();
                    var account =
                            new Account("capture", false, "en", List.of(), found, 0, 0, 0, 0, List.of(), List.of(), 0);
                    String capture = "%064x".formatted(concepts);
                    new KeepAccounts(
                                    Actor.OPERATOR,
                                    List.of(new StoryImports.Account(
                                            capture,
                                            "capture",
                                            story,
                                            ids,
                                            Map.of(),
                                            AccountFile.write(account),
                                            null)))
                            .perform(transaction);
                    return story;
                })
                .value();
    }

    private static ImportPage page(org.jooq.DSLContext sql, StoryId story) {
        Shell shell = ScreenCosts.shell("Import", NOW);
        return new ImportMaker(sql, shell, new Actor(7, Role.CHIEF_EDITOR), story, "")
                .page(Form.empty(shell.words()), 0, -1);
    }
}
