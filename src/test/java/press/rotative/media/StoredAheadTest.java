package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.platform.Digest;

/// Two who store the same bytes before their acts, one of which does not happen.
class StoredAheadTest {
    private static final byte[] BYTES = "The ferry sails".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = Digest.of(BYTES);

    @TempDir
    Path data;

    private Press press;

    @BeforeEach
    void open() {
        press = Press.open(data, Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void what_no_act_named_is_taken_away_and_what_was_there_before_stays() {
        try (StoredAhead one = stored()) {
            assertTrue(there());
        }
        assertEquals(Optional.empty(), press.blobs().localFile(DIGEST));
        press.blobs().put(BYTES);
        stored().close();
        assertTrue(there(), "whoever stored it first may still name it");
    }

    @Test
    void what_an_act_may_name_of_which_nobody_knows_whether_it_was_done_stays() {
        StoredAhead unknown = stored();
        unknown.leave();
        unknown.close();
        name(); // the commit is seen after all
        assertTrue(there());
    }

    @Test
    void what_another_act_named_meanwhile_stays() {
        StoredAhead refused = stored();
        StoredAhead other = stored();
        name();
        refused.close();
        other.close();
        assertTrue(there());
    }

    @Test
    void what_was_taken_away_before_another_act_named_it_is_put_back() {
        StoredAhead refused = stored();
        StoredAhead other = stored();
        refused.close();
        name();
        other.close();
        assertArrayEquals(BYTES, press.blobs().get(DIGEST).orElseThrow());
    }

    @Test
    void what_was_destroyed_is_not_there_again() {
        StoredAhead late = stored();
        name();
        press.database().write(transaction -> {
            DestroyedBlobs.mark(transaction, List.of(DIGEST));
            return true;
        });
        press.blobs().put(BYTES); // as if it had been stored a moment later
        late.close();
        assertEquals(Optional.empty(), press.blobs().localFile(DIGEST));
    }

    private StoredAhead stored() {
        var ahead = new StoredAhead(press.database(), press.blobs());
        ahead.store(List.of(BYTES));
        return ahead;
    }

    private void name() {
        press.database().write(transaction -> {
            Pictures.addBlob(transaction, DIGEST, BYTES.length, "text/plain");
            return true;
        });
    }

    private boolean there() {
        return press.blobs().localFile(DIGEST).isPresent();
    }
}
