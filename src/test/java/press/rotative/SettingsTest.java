package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void an_option_of_the_command_wins_over_the_environment() {
        Settings settings = Settings.of(Map.of("rotative.data", "/a")::get, Map.of("ROTATIVE_DATA", "/b")::get);
        assertEquals(Path.of("/a"), settings.data());
    }

    @Test
    void the_environment_is_read_under_its_documented_names() {
        Settings settings = Settings.of(
                Map.<String, String>of()::get,
                Map.of(
                        "ROTATIVE_DATA", "/press",
                        "ROTATIVE_DB_URL", "jdbc:postgresql://db/press",
                        "ROTATIVE_URL", "https://news.example.org/")::get);
        assertEquals(Path.of("/press"), settings.data());
        assertEquals(Optional.of("jdbc:postgresql://db/press"), settings.databaseUrl());
        assertEquals(Optional.of(URI.create("https://news.example.org")), settings.publicAddress());
    }

    @Test
    void nothing_set_means_sqlite_in_the_folder_data() {
        Settings settings = Settings.of(Map.<String, String>of()::get, Map.of("ROTATIVE_URL", "")::get);
        assertEquals(Path.of("data").toAbsolutePath(), settings.data());
        assertEquals(Optional.empty(), settings.databaseUrl());
        assertEquals(Optional.empty(), settings.publicAddress());
    }

    @Test
    void an_address_that_is_none_is_refused_with_a_sentence() {
        for (String wrong : new String[] {"news.example.org", "ftp://news.example.org", "http://a b", "https://"}) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> Settings.of(Map.<String, String>of()::get, Map.of("ROTATIVE_URL", wrong)::get));
            assertTrue(String.valueOf(refused.getMessage()).contains("ROTATIVE_URL must be"), refused.getMessage());
        }
    }

    @Test
    void another_database_than_postgresql_is_refused_with_a_sentence() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Settings.of(Map.<String, String>of()::get, Map.of("ROTATIVE_DB_URL", "jdbc:mysql://db")::get));
    }

    @Test
    void the_fast_way_is_on_unless_it_is_turned_off() {
        assertTrue(Settings.of(Map.<String, String>of()::get, Map.<String, String>of()::get)
                .fastWay());
        assertFalse(Settings.of(Map.<String, String>of()::get, Map.of("ROTATIVE_FAST_WAY", "off")::get)
                .fastWay());
        assertThrows(
                IllegalArgumentException.class,
                () -> Settings.of(Map.<String, String>of()::get, Map.of("ROTATIVE_FAST_WAY", "maybe")::get));
    }
}
