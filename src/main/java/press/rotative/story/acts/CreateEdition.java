package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.EDITION;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.EditionId;
import press.rotative.story.EditionSettings;
import press.rotative.story.Editions;
import press.rotative.story.Reach;

/// Opens an edition.
///
/// @param code 2 to 20 lower-case letters, digits and hyphens, beginning with a letter
/// @param language BCP 47 tag
/// @param timeZone IANA name
public record CreateEdition(
        Actor actor,
        String code,
        String language,
        boolean rightToLeft,
        String name,
        @Nullable String motto,
        String timeZone,
        String settings)
        implements Act<EditionId> {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,19}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    /// First parts of addresses that belong to the site itself.
    private static final Set<String> TAKEN = Set.of("api", "assets", "health", "metrics", "newsroom", "pictures", "q");

    public CreateEdition {
        checkedCode(code);
        checkedLanguage(language);
        name = Editions.checkedName(name);
        motto = Editions.checkedMotto(motto);
        checkedTimeZone(timeZone);
        settings = EditionSettings.checked(settings);
    }

    public static String checkedCode(@Nullable String code) {
        if (code == null || !CODE.matcher(code).matches() || TAKEN.contains(code)) {
            String taken = String.join(", ", TAKEN.stream().sorted().toList());
            throw Problem.invalid(
                            "The code of an edition has 2 to 20 lower-case letters, digits and hyphens, begins with a "
                                    + "letter, and is none of " + taken + ".")
                    .as("problem.edition.code", taken);
        }
        return code;
    }

    public static String checkedLanguage(@Nullable String language) {
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            throw Problem.invalid("The language of an edition is a tag such as fr, en or ar.")
                    .as("problem.edition.language");
        }
        return language;
    }

    public static String checkedTimeZone(@Nullable String timeZone) {
        try {
            return ZoneId.of(String.valueOf(timeZone)).getId();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("'" + timeZone + "' is no time zone. Give a name such as Europe/Paris.")
                    .as("problem.edition.zone", String.valueOf(timeZone));
        }
    }

    @Override
    public EditionId perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_EDITIONS);
        var editions = new Editions(transaction.sql());
        if (editions.find(code).isPresent()) {
            throw Problem.conflict("There is already an edition '" + code + "'.")
                    .as("problem.edition.known", code);
        }
        int there = editions.all().size();
        if (there >= Editions.MOST) {
            throw Problem.conflict("There are " + Editions.MOST + " editions already; more are not kept.")
                    .as("problem.editions.most", Editions.MOST);
        }
        EditionId id = insert(transaction, there + 1);
        PublicationLog.append(
                transaction,
                PublicAct.CREATED,
                id.subject(),
                1,
                actor.staffId(),
                null,
                null,
                Reach.ofAllEditions(transaction.sql()));
        BeginDay.setNext(transaction, id, ZoneId.of(timeZone));
        return id;
    }

    private EditionId insert(Transaction transaction, int position) {
        return new EditionId(transaction
                .sql()
                .insertInto(EDITION)
                .set(EDITION.VERSION, 1)
                .set(EDITION.CODE, code)
                .set(EDITION.LANGUAGE, language)
                .set(EDITION.DIRECTION, rightToLeft ? "rtl" : "ltr")
                .set(EDITION.NAME, name)
                .set(EDITION.MOTTO, motto)
                .set(EDITION.TIME_ZONE, timeZone)
                .set(EDITION.POSITION, position)
                .set(EDITION.SETTINGS, settings)
                .set(EDITION.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(EDITION.ID)
                .fetchSingle()
                .value1());
    }
}
