package press.rotative.newsroom.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;
import press.rotative.people.Role;
import press.rotative.people.passkeys.Refusal;
import press.rotative.story.Workflow;

/// What a row of the logs concerns, in the language of who reads it. The logs hold it in the words of the program, such
/// as `story 12 READY` or `staff 3: editor@1/4`, for ever and under the seal of the chain.
final class JournalSubject {
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining("|"));
    private static final String STATES =
            Arrays.stream(Workflow.values()).map(Workflow::name).collect(Collectors.joining("|"));
    private static final String KINDS = Arrays.stream(JournalKind.values())
            .map(each -> Pattern.quote(each.label()))
            .collect(Collectors.joining("|"));

    private static final String REFUSALS = Arrays.stream(Refusal.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|"));

    private static final Pattern PHRASE = Pattern.compile("(?<![\\w-])(?:staff (?<staff>\\d{1,18})"
            + "|by invitation (?<invited>\\d+)"
            + "|of story (?<original>\\d{1,18})"
            + "|stories (?<first>\\d+) to (?<last>\\d+)"
            + "|(?<thing>story|picture|author|concept|section|edition|whole_edition|own_page|setting|invitation|version"
            + "|link|passkey|webhook) (?<number>\\d+)"
            + "|by (?<how>password(?: and (?:app|passkey|recovery-code))?|passkey)"
            + "|for (?<why>" + REFUSALS + ")"
            + "|from (?<from>\\S+)"
            + "|to \\[(?<people>[\\d, ]*)\\]"
            + "|(?<instant>\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)"
            + "|(?<state>" + STATES + ")"
            + "|(?<role>" + ROLES + ")(?:@(?<edition>\\d+)(?:/(?<part>\\d+))?)?"
            + "|(?<kind>" + KINDS + ")"
            + "|(?<word>never|unknown|app|journal|whole|broken|before|here|suspended|invitations))(?![\\w-])");

    private static final Pattern PERSON = Pattern.compile("(?:staff |[\\[ ])(\\d{1,18})(?=[\\s:,\\]]|$)");

    private final Shell shell;
    private final Function<Long, @Nullable String> names;

    /// @param names of the staff by number; null: nobody known
    JournalSubject(Shell shell, Function<Long, @Nullable String> names) {
        this.shell = shell;
        this.names = names;
    }

    /// Numbers in it that may be people's.
    static Set<Long> people(String subject) {
        var people = new HashSet<Long>();
        if (subject.startsWith("staff ") || subject.contains("[")) {
            PERSON.matcher(subject).results().forEach(found -> people.add(Long.parseLong(found.group(1))));
        }
        return people;
    }

    String say(String subject) {
        return PHRASE.matcher(subject).replaceAll(found -> Matcher.quoteReplacement(phrase(found)));
    }

    private String phrase(MatchResult found) {
        Map<String, Integer> groups = found.namedGroups();
        for (String name : groups.keySet()) {
            String value = found.group(name);
            if (value != null) {
                String said = phrase(name, value, found);
                if (said != null) {
                    return said;
                }
            }
        }
        return found.group();
    }

    /// @return null: another group says it
    private @Nullable String phrase(String group, String value, MatchResult found) {
        return switch (group) {
            case "staff" -> person(value);
            case "invited" -> shell.say("journal.of.invited", value);
            case "original" -> shell.say("journal.of.original", value);
            case "first" -> shell.say("journal.of.stories", value, found.group("last"));
            case "thing" -> shell.say("journal.of." + value.replace('_', '.'), found.group("number"));
            case "how" -> shell.say("journal.of.by." + value.replace(" ", ".").replace("-", "."));
            case "why" -> shell.say("journal.of.for." + value);
            case "from" -> shell.say("journal.of.from", value);
            case "people" ->
                shell.say(
                        "journal.of.to",
                        Arrays.stream(value.split("[, ]+"))
                                .filter(number -> !number.isEmpty())
                                .map(this::person)
                                .collect(Collectors.joining(", ")));
            case "instant" -> instant(value);
            case "state" -> shell.say("story.state." + value.toLowerCase(Locale.ROOT));
            case "role" -> role(value, found.group("edition"), found.group("part"));
            case "kind" -> shell.say("journal.kind." + value);
            case "word" -> shell.say("journal.of." + value);
            default -> null;
        };
    }

    private String person(String number) {
        String name = names.apply(Long.parseLong(number));
        return name == null ? shell.say("journal.of.staff", number) : name;
    }

    private String instant(String written) {
        try {
            return shell.dates().stampWithTime(Instant.parse(written)).words();
        } catch (DateTimeException noInstant) {
            return written;
        }
    }

    private String role(String label, @Nullable String edition, @Nullable String section) {
        String role = shell.say("role." + label);
        if (edition == null) {
            return role;
        }
        String place = shell.say("journal.of.edition", edition)
                + (section == null ? "" : ", " + shell.say("journal.of.section", section));
        return role + " (" + place + ")";
    }
}
