package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TestPostgres;
import press.rotative.people.Actor;

class PostgresWebhooksTest extends WebhooksContract {
    private final String url = TestPostgres.freshDatabase();

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.of(url), clock);
    }

    @Test
    void of_two_servers_over_one_database_one_delivers_and_each_message_once() throws Exception {
        try (var second = Press.open(other, Optional.of(url), clock);
                Courier courier = courier(second)) {
            var wish = new HookWish("two", receiver.address("/two"), EnumSet.allOf(HookEvent.class), Set.of());
            press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, null, seal(), new SecureRandom()));
            for (int i = 0; i < 60; i++) {
                Press by = i % 2 == 0 ? press : second;
                Cast.published(by, edition(), Cast.brief("Nouvelle " + i, "Texte."));
            }
            List<Receiver.Got> got = receiver.at("/two", 60);
            Thread.sleep(500);
            assertEquals(
                    IntStream.range(0, 60).mapToObj(i -> "Nouvelle " + i).toList(),
                    receiver.at("/two").stream()
                            .map(each -> each.json().at("/data/story/headline").asText())
                            .toList());
            assertEquals(60, got.size());
        }
    }
}
