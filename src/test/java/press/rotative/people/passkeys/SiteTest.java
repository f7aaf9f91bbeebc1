package press.rotative.people.passkeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where browsers give passkeys, by the newsroom's public address.
class SiteTest {
    @Test
    void passkeys_hold_for_the_name_and_pages_of_the_origin_use_them() {
        assertEquals(new Site("https://news.example.org", "news.example.org"), at("https://news.example.org"));
        assertEquals(new Site("https://news.example.org", "news.example.org"), at("HTTPS://News.Example.org:443"));
        assertEquals(
                new Site("https://news.example.org:8443", "news.example.org"), at("https://news.example.org:8443/x"));
        assertEquals(new Site("http://localhost:8080", "localhost"), at("http://localhost:8080"));
        assertEquals(new Site("http://press.localhost", "press.localhost"), at("http://press.localhost:80"));
    }

    private static Site at(String address) {
        return Site.of(URI.create(address)).orElseThrow();
    }

    @Test
    void there_are_none_without_tls_or_without_a_name() {
        for (String address : List.of(
                "http://news.example.org",
                "https://192.0.2.7",
                "http://127.0.0.1:8080",
                "https://[2001:db8::1]",
                "http://localhost.example.org",
                "mailto:x@example.org",
                "https:///x")) {
            assertEquals(Optional.empty(), Site.of(URI.create(address)), address);
        }
    }
}
