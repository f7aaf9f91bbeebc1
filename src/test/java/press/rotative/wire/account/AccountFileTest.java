package press.rotative.wire.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import press.rotative.story.StoryImports;
import press.rotative.wire.clipping.LossLedger;

/// An account comes back as it was written, and never grows beyond its bound.
class AccountFileTest {
    private static Account account(List<Account.Line> lines) {
        return new Account(
                "slipway.txt",
                false,
                "en",
                List.of(new Account.Field("language", "en", null, true)),
                List.of(new Account.Found("Mabel Harrow", "person", 0.77, List.of("speaks"))),
                2,
                2,
                1,
                0,
                List.of("The picture is not held."),
                lines,
                0);
    }

    private static Account.Line line(String part, LossLedger.Fate fate) {
        return new Account.Line(part, fate, fate == LossLedger.Fate.UNKNOWN ? null : "body[b1]", false);
    }

    @Test
    void what_was_written_is_read() {
        Account account = account(List.of(
                line("<script>alert(1)</script>", LossLedger.Fate.UNKNOWN), line("Une ligne", LossLedger.Fate.MAPPED)));
        assertEquals(account, AccountFile.read(AccountFile.write(account)));
    }

    @Test
    void a_page_of_endless_lines_stays_within_half_a_megabyte_and_what_does_not_fit_is_counted() {
        var random = new Random(7);
        for (int each : new int[] {100, 5_000}) {
            var lines = new ArrayList<Account.Line>();
            for (int i = 0; i < 20_000_000 / each / 4; i++) {
                var noise = new StringBuilder();
                random.ints(each, 'a', 'z').forEach(letter -> noise.append((char) letter));
                lines.add(line(noise.toString(), i % 3 == 0 ? LossLedger.Fate.UNKNOWN : LossLedger.Fate.MAPPED));
            }
            byte[] bytes = AccountFile.write(account(lines));
            assertTrue(bytes.length <= StoryImports.LARGEST_BYTES, each + " letters: " + bytes.length);
            Account read = AccountFile.read(bytes);
            assertEquals(lines.size(), read.lines().size() + read.leftOut());
            assertTrue(read.lines().stream().allMatch(line -> line.part().length() <= each + 1));
        }
    }

    @Test
    void a_line_that_was_shortened_is_not_taken_into_a_text() {
        var cut = new Account.Line("Half a sen…", LossLedger.Fate.UNKNOWN, null, true);
        assertTrue(!cut.takeable() && line("Whole", LossLedger.Fate.UNKNOWN).takeable());
    }
}
