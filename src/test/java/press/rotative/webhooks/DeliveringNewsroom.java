package press.rotative.webhooks;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.platform.Seal;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;

/// A newsroom that publishes one story after the other and tells a program of each, until it is killed. Every line it
/// prints is the number of an acknowledged publication.
final class DeliveringNewsroom {
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeliveringNewsroom() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[0]);
        Press press = Press.open(data, Optional.empty(), Clock.systemUTC());
        EditionId edition = press.database()
                .read(sql -> new Editions(sql).find("fr").map(Edition::id))
                .orElseGet(() -> Cast.lePhare(press));
        if (press.database().read(sql -> new Webhooks(sql).all()).isEmpty()) {
            var wish = new HookWish("receiver", arguments[1], EnumSet.allOf(HookEvent.class), Set.of());
            press.acts().perform(new AddWebhook(Actor.OPERATOR, wish, null, seal(data), RANDOM));
        }
        courier(press, data).start();
        for (int i = 0; i < 100_000; i++) {
            Cast.published(press, edition, Cast.brief("Nouvelle " + i, "Texte."));
            System.out.println(press.number().current());
            System.out.flush();
            Thread.sleep(2);
        }
    }

    static Courier courier(Press press, Path data) {
        return new Courier(
                press.database(),
                press.acts(),
                press.number(),
                press.clock(),
                seal(data),
                RANDOM,
                new HookAddress(true),
                () -> URI.create("https://lephare.example"),
                stopped -> true);
    }

    private static Seal seal(Path data) {
        return Seal.of(data, Optional.empty(), RANDOM);
    }
}
