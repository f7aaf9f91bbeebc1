package press.rotative.newsroom.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Shell;
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
    void what_an_act_concerns_is_said_in_the_language_of_who_reads() {
        Map<String, String> french = new LinkedHashMap<>();
        french.put("story 12 READY", "article 12 Prêt");
        french.put("story 12 2026-11-24T10:00:00Z", "article 12 24 nov. 2026, 11 h 00");
        french.put("story 12 never", "article 12 jamais");
        french.put("story 12 to [3, 4]", "article 12 à Jane Mercer, personne 4");
        french.put("stories 3 to 9", "articles 3 à 9");
        french.put(
                "staff 3: editor@1/4, chief-editor",
                "Jane Mercer: Secrétaire de rédaction (édition 1, rubrique 4), Rédaction en chef");
        french.put(
                "staff 3 by password and app from 192.0.2.0",
                "Jane Mercer par mot de passe et application depuis 192.0.2.0");
        french.put("staff 4 by invitation 8", "personne 4 sur l’invitation 8");
        french.put("unknown from 2001:db8::", "inconnu depuis 2001:db8::");
        french.put("whole_edition 1 version 2", "édition 1, toutes les pages version 2");
        Shell shell = shell("fr");
        var subjects = new JournalSubject(shell, number -> number == 3 ? "Jane Mercer" : null);
        french.forEach((stored, said) -> assertEquals(plain(said), plain(subjects.say(stored)), stored));
        var arabic = new JournalSubject(shell("ar"), number -> "منى");
        french.keySet()
                .forEach(stored -> assertFalse(
                        arabic.say(stored).replace("2001:db8::", "").matches(".*[A-Za-z]{3}.*"), arabic.say(stored)));
    }

    private static String plain(String said) {
        return said.replaceAll("[\\u00a0\\u202f]", " ");
    }

    private static Shell shell(String language) {
        Tongue tongue = Tongue.of(language);
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, ZoneId.of("Europe/Paris"), Instant.parse("2027-01-01T00:00:00Z"));
        return new Shell(
                words,
                tongue,
                dates,
                "Le Phare",
                "Journal",
                null,
                List.of(),
                List.of(),
                null,
                null,
                dates.today(),
                List.of(),
                List.of(),
                List.of());
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
