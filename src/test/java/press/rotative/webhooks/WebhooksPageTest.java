package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.platform.Seal;
import press.rotative.story.EditionId;

/// The program in `docs/developers/webhooks.md` takes what the newsroom sends, and nothing else; the page names every
/// event.
class WebhooksPageTest {
    private static final Path PAGE = Path.of("docs/developers/webhooks.md");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void the_program_of_the_page_takes_what_is_signed_and_nothing_else() throws Exception {
        Path data = folder.resolve("data");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Press press = Press.open(data, Optional.empty(), Clock.systemUTC());
                Courier courier = DeliveringNewsroom.courier(press, data)) {
            EditionId edition = Cast.lePhare(press);
            Seal seal = Seal.of(data, Optional.empty(), RANDOM);
            String address = "http://127.0.0.1:" + port + "/hook";
            var wish = new HookWish("page", address, EnumSet.allOf(HookEvent.class), Set.of());
            AddWebhook.Added hook = press.acts()
                    .perform(new AddWebhook(Actor.OPERATOR, wish, null, seal, RANDOM))
                    .value();
            Process program = program(hook.secret(), port);
            try {
                awaitListening(address);
                WebhookId id = hook.webhook().id();
                Delivery test = courier.byHand().test(Actor.OPERATOR, id);
                assertEquals(204, test.status());
                courier.start();
                Cast.published(press, edition, Cast.brief("Le bateau est rentré", "Texte."));
                assertEquals(204, first(press, id).status());
                press.acts().perform(new RotateSecret(Actor.OPERATOR, id, seal, RANDOM));
                assertEquals(204, courier.byHand().test(Actor.OPERATOR, id).status(), "the old one signs as well");
                press.acts().perform(new RotateSecret(Actor.OPERATOR, id, seal, RANDOM));
                assertEquals(401, courier.byHand().test(Actor.OPERATOR, id).status(), "neither is the program's");
            } finally {
                program.destroyForcibly().waitFor();
            }
            String took = Files.readString(folder.resolve("took"));
            assertTrue(took.contains("\"story.published\"") && took.contains("Le bateau est rentré"), took);
        }
    }

    private Process program(String secret, int port) throws Exception {
        Matcher block = Pattern.compile("(?ms)^```java\\n(.*?)^```$").matcher(Files.readString(PAGE));
        assertTrue(block.find(), "the page shows a program");
        Path source = folder.resolve("Receive.java");
        Files.writeString(source, block.group(1));
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        source.toString(),
                        "" + port)
                .redirectOutput(folder.resolve("took").toFile())
                .redirectError(folder.resolve("said").toFile());
        command.environment().put("WEBHOOK_SECRET", secret);
        return command.start();
    }

    /// Without a signature it answers 401.
    private void awaitListening(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 300; i++) {
                try {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                    assertEquals(401, answer.statusCode());
                    return;
                } catch (java.net.ConnectException notYet) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("said")));
    }

    private static Delivery first(Press press, WebhookId id) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            List<Delivery> all = press.database().read(sql -> new Deliveries(sql).of(id, 10));
            if (all.getFirst().cause() == Delivery.Cause.LOG) {
                return all.getFirst();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("nothing was delivered");
    }

    @Test
    void the_page_names_every_event() throws Exception {
        String page = Files.readString(PAGE);
        for (HookEvent event : HookEvent.values()) {
            assertTrue(page.contains("`" + event.label() + "`"), event.label());
        }
    }
}
