package press.rotative.newsroom.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.people.Role;
import press.rotative.publication.PublicAct;

/// Whatever is written into the logs has words in the journal, and every role has a name.
class JournalWordsTest {
    private static final Words WORDS = Words.in("newsroom", Tongue.of("en"), Digits.WESTERN);
    private static final Pattern APPENDED = Pattern.compile("StaffLog\\s*\\.append\\([^;]*?;", Pattern.DOTALL);
    private static final Pattern ACT = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void every_act_of_the_staff_s_log_has_words() throws IOException {
        Set<String> missing = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (MatchResult append : APPENDED.matcher(source).results().toList()) {
                    for (MatchResult act : ACT.matcher(append.group()).results().toList()) {
                        found++;
                        if (!WORDS.has("act." + act.group(1))) {
                            missing.add(act.group(1) + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertTrue(found > 30, "acts were looked for where they are: " + found);
        assertEquals(Set.of(), missing, "put the words 'act.NAME' into newsroom_fr, _en and _ar.properties");
    }

    @Test
    void every_public_act_every_kind_and_every_role_has_words() {
        Set<String> missing = new TreeSet<>();
        for (PublicAct act : PublicAct.values()) {
            missing.add("public." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (JournalKind kind : JournalKind.values()) {
            missing.add("journal.kind." + kind.label());
        }
        for (Role role : Role.values()) {
            missing.add("role." + role.label());
        }
        missing.removeIf(WORDS::has);
        assertEquals(Set.of(), missing);
    }
}
