package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;

/// To whom messages are never sent.
class HookAddressTest {
    private static final HookAddress OUTSIDE = new HookAddress(false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "//example.org/x",
                "http://example.org/hook",
                "ftp://example.org/hook",
                "https://user:word@example.org/hook",
                "https://example.org:8443/hook",
                "https://example.org:22/hook",
                "https://example.org/hook#part",
                "https://localhost/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "http://localhost:9000/hook",
                "https://exa mple.org/",
                "https://journal.example/hôtel"
            })
    void other_addresses_are_refused_when_they_are_typed(String address) {
        assertThrows(Problem.class, () -> OUTSIDE.checked(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/hook",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/",
                "https://192.168.1.1/"
            })
    void private_addresses_are_refused_when_they_are_asked_whatever_is_allowed(String address) {
        var allowing = new HookAddress(true);
        URI checked = allowing.checked(address);
        var sent = allowing.way(checked).post(checked, Map.of(), new byte[0], 100);
        assertEquals(
                "problem.web.private",
                assertInstanceOf(Fetcher.Sent.Refused.class, sent)
                        .why()
                        .phrase()
                        .orElseThrow()
                        .key());
    }

    @Test
    void this_machine_is_an_address_only_where_the_operator_allows_it() {
        assertEquals(
                URI.create("http://localhost:9000/hook"),
                new HookAddress(true).checked(" http://localhost:9000/hook "));
        assertThrows(Problem.class, () -> new HookAddress(true).checked("http://example.org/hook"));
        assertEquals(URI.create("https://example.org/a?b=c"), OUTSIDE.checked("https://example.org/a?b=c"));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
        try (SSLServerSocket server = server()) {
            var address = new HookAddress(true);
            URI uri = address.checked("https://localhost:" + server.getLocalPort() + "/hook");
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getInputStream().read();
                } catch (IOException refused) {
                    // So it should be.
                }
            });
            var sent = address.way(uri).post(uri, Map.of(), new byte[0], 100);
            assertEquals(
                    "problem.web.certificate",
                    assertInstanceOf(Fetcher.Sent.Refused.class, sent)
                            .why()
                            .phrase()
                            .orElseThrow()
                            .key());
        }
    }

    private SSLServerSocket server() throws Exception {
        Path store = folder.resolve("store.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "sept bateaux",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertEquals(0, made, Files.readString(folder.resolve("keytool.log")));
        KeyStore keys = KeyStore.getInstance(store.toFile(), "sept bateaux".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "sept bateaux".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}
