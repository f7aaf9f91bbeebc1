package press.rotative.newsroom;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.rotative.people.Power;

/// What each route of the newsroom asks for, written down by hand: the tests compare the program with it, and a route
/// that is not listed fails. A line is
///
/// ```
/// WHO METHOD PATH BODY
/// ```
///
/// WHO is `open`, `staff` (whoever is in, for what is their own) or the powers of which one is needed, `A+B`; `A>B` is
/// A over a story that was never public, B over one that is, was or is planned to be. A `!` at the end: who one is
/// is asked once more ([Proved]; `docs/decisions/re-authentication.md` says why for each). Each word of a choice in
/// an address has a line of its own. The body is a form that is understood, of a GET what is asked in its address;
/// `file` is one with a file in it.
final class ScreenRoutes {
    private static final Pattern CHOICE = Pattern.compile("\\{(\\w+)\\s*:\\s*([a-z-]+(?:\\|[a-z-]+)+)\\s*}");

    private static final String LINES = """
            open GET /newsroom/sign-in
            open POST /newsroom/sign-in email=nobody@lephare.example&password=x
            open POST /newsroom/sign-in/passkey answer=x
            open GET /newsroom/sign-in/code
            open POST /newsroom/sign-in/code code=000000
            open GET /newsroom/sign-in/factor
            open POST /newsroom/sign-in/factor code=000000
            open POST /newsroom/sign-out
            open POST /newsroom/passkey/sign-in
            open POST /newsroom/passkey/code
            open POST /newsroom/passkey/factor
            open POST /newsroom/passkey/setup/{secret}
            open POST /newsroom/passkey/invitation/{secret}
            staff POST /newsroom/passkey/proof
            staff POST /newsroom/passkey/new
            open GET /newsroom/setup/{secret}
            open POST /newsroom/setup/{secret} name=Eve&email=eve@evil.example&password=sept+bateaux+et+un+phare
            open GET /newsroom/invitation/{secret}
            open POST /newsroom/invitation/{secret} name=Eve&password=sept+bateaux+et+un+phare
            open GET /newsroom/reset
            open POST /newsroom/reset email=nobody@lephare.example
            open GET /newsroom/reset/{secret}
            open POST /newsroom/reset/{secret} password=sept+bateaux+et+un+phare
            open GET /newsroom/preview/{secret}
            open GET /newsroom/preview/{secret}/pictures/{picture}/{file}
            staff GET /newsroom
            staff GET /newsroom/alarms
            staff GET /newsroom/proof
            staff POST /newsroom/proof then=/newsroom/account
            staff GET /newsroom/account
            staff POST /newsroom/account name=Somebody&language=fr
            staff! POST /newsroom/account/password password=acht+schepen+en+een+toren
            staff! POST /newsroom/account/email email=other@lephare.example
            staff GET /newsroom/account/email
            staff POST /newsroom/account/email/withdrawal
            staff GET /newsroom/email/{secret}
            staff POST /newsroom/email/{secret}
            staff GET /newsroom/account/password
            staff POST /newsroom/account/sessions session=1
            staff GET /newsroom/account/sessions
            staff! POST /newsroom/account/recovery-codes
            staff GET /newsroom/account/recovery-codes
            staff! GET /newsroom/account/passkeys
            staff! POST /newsroom/account/passkeys label=Key
            staff POST /newsroom/account/passkeys/{id}/name label=Key
            staff GET /newsroom/account/passkeys/{id}/name
            staff GET /newsroom/account/passkeys/{id}/removal
            staff! POST /newsroom/account/passkeys/{id}/removal
            MANAGE_STAFF GET /newsroom/staff
            MANAGE_STAFF GET /newsroom/staff/{id}
            MANAGE_STAFF! POST /newsroom/staff/{id}/rights role=reporter&place=
            MANAGE_STAFF! POST /newsroom/staff/{id}/sessions
            MANAGE_STAFF! POST /newsroom/staff/{id}/reset-link
            MANAGE_STAFF! POST /newsroom/staff/{id}/second-step
            MANAGE_STAFF! POST /newsroom/staff/{id}/suspension
            MANAGE_STAFF! POST /newsroom/staff/{id}/return
            MANAGE_STAFF GET /newsroom/staff/invitations
            MANAGE_STAFF! POST /newsroom/staff/invitations email=new@lephare.example&name=New&role=reporter&place=
            MANAGE_STAFF! POST /newsroom/staff/invitations/{id}/withdrawal
            READ_STAFF_LOG GET /newsroom/journal
            READ_STAFF_LOG POST /newsroom/journal/check
            MANAGE_KEYS GET /newsroom/keys
            MANAGE_KEYS! POST /newsroom/keys label=Key&role=reporter&place=
            MANAGE_KEYS GET /newsroom/keys/{id}/revocation
            MANAGE_KEYS! POST /newsroom/keys/{id}/revocation
            MANAGE_WEBHOOKS GET /newsroom/webhooks
            MANAGE_WEBHOOKS GET /newsroom/webhooks/new
            MANAGE_WEBHOOKS! POST /newsroom/webhooks/new name=Hook&address=https://hooks.example/in&events=published
            MANAGE_WEBHOOKS GET /newsroom/webhooks/{id}
            MANAGE_WEBHOOKS! POST /newsroom/webhooks/{id} name=Hook&address=https://hooks.example/in&events=published
            MANAGE_WEBHOOKS POST /newsroom/webhooks/{id}/pause
            MANAGE_WEBHOOKS POST /newsroom/webhooks/{id}/resumption
            MANAGE_WEBHOOKS! POST /newsroom/webhooks/{id}/secret
            MANAGE_WEBHOOKS POST /newsroom/webhooks/{id}/test
            MANAGE_WEBHOOKS POST /newsroom/webhooks/{id}/deliveries/{delivery}/again
            MANAGE_WEBHOOKS GET /newsroom/webhooks/{id}/removal
            MANAGE_WEBHOOKS! POST /newsroom/webhooks/{id}/removal
            READ_STORIES GET /newsroom/desk
            WRITE_STORY POST /newsroom/desk/bulk act=in_review
            WRITE_STORY POST /newsroom/desk/bulk/undo step=x
            READ_STORIES GET /newsroom/search
            READ_STORIES GET /newsroom/picture-picker
            READ_STORIES GET /newsroom/picture-picker/{id}
            READ_STORIES+UPLOAD_PICTURE GET /newsroom/pictures
            UPLOAD_PICTURE POST /newsroom/pictures file
            READ_STORIES+UPLOAD_PICTURE GET /newsroom/pictures/{id}
            EDIT_PICTURE POST /newsroom/pictures/{id} caption=Vue
            EDIT_PICTURE POST /newsroom/pictures/{id}/rights do=end
            DESTROY_PICTURE GET /newsroom/pictures/{id}/destruction
            DESTROY_PICTURE! POST /newsroom/pictures/{id}/destruction reason=un+jugement
            READ_STORIES+UPLOAD_PICTURE GET /newsroom/pictures/{id}/renditions/{name}
            ARRANGE_FRONT GET /newsroom/fronts
            ARRANGE_FRONT GET /newsroom/fronts/{id}
            ARRANGE_FRONT POST /newsroom/fronts/{id} do=add&add=lead
            ARRANGE_FRONT GET /newsroom/fronts/{id}/alert
            ARRANGE_FRONT POST /newsroom/fronts/{id}/alert do=down
            ARRANGE_FRONT GET /newsroom/fronts/{id}/sections/{section}
            ARRANGE_FRONT POST /newsroom/fronts/{id}/sections/{section} do=add&add=lead
            MANAGE_AUTHORS GET /newsroom/manage/authors
            MANAGE_AUTHORS GET /newsroom/manage/authors/new
            MANAGE_AUTHORS POST /newsroom/manage/authors name=Ali+Nasr
            MANAGE_AUTHORS GET /newsroom/manage/authors/{id}
            MANAGE_AUTHORS POST /newsroom/manage/authors/{id} name=Ali+Nasr
            MANAGE_CONCEPTS GET /newsroom/manage/concepts
            MANAGE_CONCEPTS GET /newsroom/manage/concepts/new
            MANAGE_CONCEPTS POST /newsroom/manage/concepts kind=topic&label-fr=Port
            MANAGE_CONCEPTS GET /newsroom/manage/concepts/{id}
            MANAGE_CONCEPTS POST /newsroom/manage/concepts/{id} kind=topic&label-fr=Port
            MANAGE_CONCEPTS GET /newsroom/manage/concepts/{id}/merge
            MANAGE_CONCEPTS! POST /newsroom/manage/concepts/{id}/merge into=1
            MANAGE_EDITIONS GET /newsroom/manage/editions
            MANAGE_EDITIONS GET /newsroom/manage/editions/new
            MANAGE_EDITIONS! POST /newsroom/manage/editions code=zz&language=fr&name=Autre&zone=Europe/Paris
            MANAGE_EDITIONS GET /newsroom/manage/editions/{id}
            MANAGE_EDITIONS! POST /newsroom/manage/editions/{id} name=Le+Phare
            MANAGE_SECTIONS GET /newsroom/manage/sections
            MANAGE_SECTIONS GET /newsroom/manage/sections/new
            MANAGE_SECTIONS POST /newsroom/manage/sections edition=EDITION&name=Mer
            MANAGE_SECTIONS GET /newsroom/manage/sections/{id}
            MANAGE_SECTIONS POST /newsroom/manage/sections/{id} name=Port&slug=port
            MANAGE_PAGES GET /newsroom/manage/pages
            MANAGE_PAGES GET /newsroom/manage/pages/new
            MANAGE_PAGES POST /newsroom/manage/pages edition=EDITION&kind=about&title=Nous&body=Texte
            MANAGE_PAGES GET /newsroom/manage/pages/{id}
            MANAGE_PAGES POST /newsroom/manage/pages/{id} kind=imprint&title=Mentions&body=Texte&do=publish
            MANAGE_PAGES GET /newsroom/manage/pages/{id}/preview
            MANAGE_PAGES GET /newsroom/manage/pages/{id}/take-down
            MANAGE_PAGES! POST /newsroom/manage/pages/{id}/take-down
            ARRANGE_MENUS GET /newsroom/manage/menus
            ARRANGE_MENUS GET /newsroom/manage/menus/{id}/main
            ARRANGE_MENUS GET /newsroom/manage/menus/{id}/foot
            ARRANGE_MENUS POST /newsroom/manage/menus/{id}/main do=save
            ARRANGE_MENUS POST /newsroom/manage/menus/{id}/foot do=save
            MANAGE_LOOK GET /newsroom/manage/look
            MANAGE_LOOK! GET /newsroom/manage/look/{id}
            MANAGE_LOOK! POST /newsroom/manage/look/{id}/colours accent=%230b5c7a&accent-dark=%236fd0e8&do=save
            MANAGE_LOOK! POST /newsroom/manage/look/{id}/names name=Le+Phare
            MANAGE_LOOK! POST /newsroom/manage/look/{id}/logo file
            MANAGE_LOOK! POST /newsroom/manage/look/{id}/icon file
            MANAGE_SECTIONS+MANAGE_CONCEPTS+MANAGE_AUTHORS+MANAGE_EDITIONS+MANAGE_PAGES+ARRANGE_MENUS+MANAGE_LOOK GET /newsroom/manage
            READ_STORIES GET /newsroom/inbox
            IMPORT POST /newsroom/inbox file
            READ_STORIES GET /newsroom/inbox/{id}
            READ_STORIES GET /newsroom/inbox/{id}/source
            READ_STORIES GET /newsroom/inbox/{id}/concepts/{place}
            WRITE_STORY POST /newsroom/inbox/{id}/concepts/{place} wish=drop
            ASSIGN_STORY POST /newsroom/inbox/{id}/discarding reason=doublon
            WRITE_STORY POST /newsroom/inbox/{id}/doubts all=on
            WRITE_STORY POST /newsroom/inbox/{id}/lines line=0&as=seen
            ASSIGN_STORY POST /newsroom/inbox/{id}/return
            WRITE_STORY POST /newsroom/inbox/{id}/taking
            WRITE_STORY GET /newsroom/stories/new
            WRITE_STORY POST /newsroom/stories headline=Titre&place=EDITION/SECTION
            READ_STORIES GET /newsroom/stories/{id}
            WRITE_STORY POST /newsroom/stories/{id}/draft headline=Autre
            WRITE_STORY POST /newsroom/stories/{id}/saves {"key":"matrix-save-1","base":BASE,"fields":{},"blocks":[]}
            READ_STORIES POST /newsroom/stories/{id}/presence window=matrixwindow1&part=headline
            READ_STORIES GET /newsroom/stories/{id}/standing
            READ_STORIES GET /newsroom/stories/{id}/suggestions
            WRITE_STORY POST /newsroom/stories/{id}/differences/{difference} take=mine
            WRITE_STORY POST /newsroom/stories/{id}/link-checks
            ASSIGN_STORY POST /newsroom/stories/{id}/staff
            WRITE_STORY POST /newsroom/stories/{id}/state to=in_review
            PUBLISH POST /newsroom/stories/{id}/state to=ready
            READ_STORIES GET /newsroom/stories/{id}/comparison
            WRITE_STORY GET /newsroom/stories/{id}/restoration text=1
            WRITE_STORY POST /newsroom/stories/{id}/restoration text=1
            CORRECT GET /newsroom/stories/{id}/versions/{version}/closure
            CORRECT! POST /newsroom/stories/{id}/versions/{version}/closure closed=on&reason=un+nom
            READ_STORIES GET /newsroom/stories/{id}/preview
            READ_STORIES GET /newsroom/stories/{id}/preview/{text}
            READ_STORIES GET /newsroom/stories/{id}/versions
            READ_STORIES GET /newsroom/stories/{id}/kept
            DESTROY GET /newsroom/stories/{id}/versions/{version}/destruction
            DESTROY! POST /newsroom/stories/{id}/versions/{version}/destruction reason=un+jugement&final=on
            READ_STORIES GET /newsroom/stories/{id}/preview/{text}/pictures/{picture}/{file}
            WRITE_STORY POST /newsroom/stories/{id}/previews days=3&text=draft
            WRITE_STORY POST /newsroom/stories/{id}/previews/{link}/revocation
            READ_STORIES GET /newsroom/stories/{id}/original
            WRITE_STORY>PUBLISH POST /newsroom/stories/{id}/original original=ORIGINAL
            WRITE_STORY>PUBLISH POST /newsroom/stories/{id}/original/removal
            WRITE_STORY>PUBLISH POST /newsroom/stories/{id}/original/confirmation version=1
            WRITE_STORY POST /newsroom/stories/{id}/translations place=OTHER/0
            PUBLISH GET /newsroom/stories/{id}/publication
            PUBLISH POST /newsroom/stories/{id}/publication
            PUBLISH GET /newsroom/stories/{id}/schedule
            PUBLISH POST /newsroom/stories/{id}/schedule at=2030-01-01T10%3A00
            PUBLISH GET /newsroom/stories/{id}/embargo
            PUBLISH POST /newsroom/stories/{id}/embargo at=2030-01-01T10%3A00
            PUBLISH GET /newsroom/stories/{id}/rescheduling
            PUBLISH POST /newsroom/stories/{id}/rescheduling at=2030-01-01T10%3A00
            PUBLISH GET /newsroom/stories/{id}/unscheduling
            PUBLISH POST /newsroom/stories/{id}/unscheduling
            CORRECT GET /newsroom/stories/{id}/correction
            CORRECT POST /newsroom/stories/{id}/correction note=Une+date.
            WITHHOLD GET /newsroom/stories/{id}/expiry
            WITHHOLD POST /newsroom/stories/{id}/expiry at=2030-02-01T10%3A00
            WITHHOLD GET /newsroom/stories/{id}/withholding
            WITHHOLD! POST /newsroom/stories/{id}/withholding reason=faux
            RELEASE GET /newsroom/stories/{id}/release
            RELEASE! POST /newsroom/stories/{id}/release
            KILL GET /newsroom/stories/{id}/kill
            KILL! POST /newsroom/stories/{id}/kill reason=faux&notice=Retir%C3%A9.&final=on
            WITHHOLD GET /newsroom/stories/{id}/family/withholding
            WITHHOLD! POST /newsroom/stories/{id}/family/withholding reason=faux&member=THIS
            KILL GET /newsroom/stories/{id}/family/kill
            KILL! POST /newsroom/stories/{id}/family/kill reason=faux&final=on&member=THIS&notice-THIS=Retir%C3%A9.
            """;

    private ScreenRoutes() {}

    /// @param open everybody may enter
    /// @param powers of which one is needed over what was never public; empty: none
    /// @param publicPowers the same over what is public, was so or is planned
    /// @param proved who one is is asked once more
    /// @param body empty: none
    record Route(
            String method,
            String path,
            boolean open,
            Set<Power> powers,
            Set<Power> publicPowers,
            boolean proved,
            String body) {

        static Route of(String line) {
            String[] parts = line.split(" ", 4);
            boolean proved = parts[0].endsWith("!");
            String[] who = parts[0].replace("!", "").split(">");
            return new Route(
                    parts[1],
                    parts[2],
                    who[0].equals("open"),
                    powers(who[0]),
                    powers(who[who.length - 1]),
                    proved,
                    parts.length < 4 ? "" : parts[3]);
        }

        private static Set<Power> powers(String who) {
            return who.equals("open") || who.equals("staff")
                    ? Set.of()
                    : Arrays.stream(who.split("\\+")).map(Power::valueOf).collect(Collectors.toSet());
        }

        String name() {
            return method + " " + path;
        }

        boolean reads() {
            return method.equals("GET");
        }

        /// About one story, which stands in its address.
        boolean ofStory() {
            return path.startsWith("/newsroom/stories/{id}");
        }

        /// About one story of the wire inbox.
        boolean ofImport() {
            return path.startsWith("/newsroom/inbox/{id}");
        }
    }

    static List<Route> all() {
        return LINES.lines().map(Route::of).toList();
    }

    /// As the program has them: `GET /newsroom/stories/{id}/kill`.
    static Set<String> inProgram(boolean proved) {
        return GuardTest.routes()
                .filter(method -> !proved || method.isAnnotationPresent(Proved.class))
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(each -> each != null)
                        .flatMap(each -> paths(method).map(path -> each.value() + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> paths(Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + method.getDeclaringClass().getAnnotation(Path.class).value() + "/"
                + (own == null ? "" : own.value());
        Matcher choice = CHOICE.matcher(path);
        Stream<String> each = choice.find()
                ? Arrays.stream(choice.group(2).split("\\|"))
                        .map(word -> path.substring(0, choice.start()) + word + path.substring(choice.end()))
                : Stream.of(path);
        return each.map(one -> one.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", ""));
    }
}
