package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.people.Actor;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.KeepAccounts;

/// The check of accounts holds a few of them at once, as large as they may be.
class AccountInspectionTest {
    private static final int ACCOUNTS = 80;

    @TempDir
    Path data;

    /// The most bytes of one answer.
    private static final class LargestAnswer implements ExecuteListener {
        private long bytes;
        private long answer;

        @Override
        public void executeStart(ExecuteContext context) {
            answer = 0;
        }

        @Override
        public void recordEnd(ExecuteContext context) {
            Record row = context.record();
            answer += row == null ? 0 : size(row);
            bytes = Math.max(bytes, answer);
        }

        private static long size(Record row) {
            return java.util.Arrays.stream(row.intoArray())
                    .mapToLong(each -> each instanceof byte[] account ? account.length : 0)
                    .sum();
        }
    }

    @Test
    void accounts_are_compared_a_few_at_a_time_and_every_changed_one_is_found() {
        try (Press press =
                Press.open(data, Optional.empty(), new TickingClock(Instant.parse("2026-11-24T10:00:00Z")))) {
            EditionId edition = press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                    .value();
            StoryId story = Cast.published(press, edition, Cast.brief("The ferry", "It sails."));
            var random = new Random(7);
            var accounts = new ArrayList<StoryImports.Account>();
            for (int i = 0; i < ACCOUNTS; i++) {
                var bytes = new byte[StoryImports.LARGEST_BYTES];
                random.nextBytes(bytes);
                accounts.add(
                        new StoryImports.Account("%064x".formatted(i), "s", story, List.of(), Map.of(), bytes, null));
            }
            press.acts().perform(new KeepAccounts(Actor.OPERATOR, accounts));
            press.database().write(transaction -> transaction
                    .sql()
                    .execute("update story_import set digest = 'x' where capture = '" + "%064x".formatted(ACCOUNTS - 1)
                            + "'"));
            var largest = new LargestAnswer();
            var found = new ArrayList<String>();
            long number = press.database()
                    .read(sql -> AccountInspection.walk(
                            new PagedWalk(rows -> {}),
                            DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(largest))),
                            found::add));
            assertEquals(ACCOUNTS, number);
            assertEquals(1, found.size(), found::toString);
            assertTrue(
                    largest.bytes > StoryImports.LARGEST_BYTES && largest.bytes <= 16L << 20,
                    () -> "bytes held at once: " + largest.bytes);
        }
    }
}
