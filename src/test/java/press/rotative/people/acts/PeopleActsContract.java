package press.rotative.people.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.EMAIL_CHANGE;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Member;
import press.rotative.people.Power;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Attempts;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.Invitation;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.Links;
import press.rotative.people.signin.NewPassword;
import press.rotative.people.signin.PasswordResets;
import press.rotative.people.signin.Passwords;
import press.rotative.people.signin.SignIn;
import press.rotative.people.signin.StaffSession;
import press.rotative.people.signin.StaffSessions;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.publication.Act;

/// What every store must do with the acts over people.
abstract class PeopleActsContract {
    private static final Set<Grant> ADMINISTRATOR = Set.of(Grant.everywhere(Role.ADMINISTRATOR));
    private static final Set<Grant> REPORTER = Set.of(Grant.everywhere(Role.REPORTER));

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final NewPassword PASSWORD = NewPassword.chosen("sept bateaux et un phare");

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-27T12:00:00Z"));
    private Press press;
    private SignIn signIn;
    private Links links;
    private long maud;
    private long jane;
    private Actor administrator;

    abstract Press open(Clock clock);

    @BeforeEach
    void aNewsroomOfTwo() {
        press = open(clock);
        var passwords = new Passwords(RANDOM);
        var attempts = new Attempts(clock);
        signIn = new SignIn(
                press.database(),
                press.acts(),
                passwords,
                attempts,
                Seal.of(press.data(), Optional.empty(), RANDOM),
                RANDOM);
        links = new Links(press.database(), press.acts(), passwords, attempts, signIn, RANDOM);
        maud = Arrivals.join(press.acts(), "Maud Kervarn", "maud@lephare.example", "fr", ADMINISTRATOR);
        jane = Arrivals.join(press.acts(), "Jane Mercer", "Jane@lephare.example", null, REPORTER);
        administrator = new Actor(maud, ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        assertEquals(
                Optional.empty(), press.database().read(StaffLog::firstBroken), "the chain of staff acts is whole");
        press.close();
    }

    @Test
    void another_address_counts_when_its_link_is_followed_and_once() {
        Actor reporter = new Actor(jane, REPORTER);
        var email = new EmailAddress("Jane.M@beacon.example");
        String forgotten = perform(new AskForEmail(reporter, new EmailAddress("slip@beacon.example"), RANDOM))
                .orElseThrow();
        String secret = perform(new AskForEmail(reporter, email, RANDOM)).orElseThrow();
        refused(Problem.Category.GONE, new ConfirmEmail(reporter, forgotten));
        assertEquals("Jane@lephare.example", Arrivals.emailOf(press.database(), jane));
        String reset = links.resetFor("jane@lephare.example", Arrivals.ASKER)
                .orElseThrow()
                .secret();
        refused(Problem.Category.FORBIDDEN, new ConfirmEmail(administrator, secret));
        assertEquals(
                "Jane@lephare.example",
                perform(new ConfirmEmail(reporter, secret)).email());
        assertEquals("Jane.M@beacon.example", Arrivals.emailOf(press.database(), jane));
        assertTrue(press.database()
                .read(sql -> new Staff(sql).withAddress("jane.m@BEACON.example"))
                .isPresent());
        refused(Problem.Category.GONE, new ConfirmEmail(reporter, secret));
        assertEquals(
                Problem.Category.GONE,
                assertThrows(Problem.class, () -> links.reset(reset, PASSWORD, Arrivals.ASKER))
                        .category(),
                "a link that went to the old address opens nothing");
        assertEquals(
                List.of("email-changed", "reset-asked", "email-asked", "email-asked"),
                acts(Set.of(), OptionalLong.of(jane)));
    }

    @Test
    void an_address_of_somebody_else_is_not_taken_and_a_link_ends_after_a_day() {
        Actor reporter = new Actor(jane, REPORTER);
        assertEquals(
                Optional.empty(), perform(new AskForEmail(reporter, new EmailAddress("MAUD@lephare.example"), RANDOM)));
        assertEquals(Optional.of("MAUD@lephare.example"), waiting(jane), "who asks sees the same as for any other");
        refused(Problem.Category.CONFLICT, new ChangeEmail(reporter, new EmailAddress("MAUD@lephare.example")));
        String late = perform(new AskForEmail(reporter, new EmailAddress("ali@beacon.example"), RANDOM))
                .orElseThrow();
        Arrivals.join(press.acts(), "Ali Nasr", "ali@beacon.example", "ar", REPORTER);
        refused(Problem.Category.CONFLICT, new ConfirmEmail(reporter, late));
        String over = perform(new AskForEmail(reporter, new EmailAddress("jm@beacon.example"), RANDOM))
                .orElseThrow();
        clock.advance(Duration.ofHours(24));
        refused(Problem.Category.GONE, new ConfirmEmail(reporter, over));
        String suspended = perform(new AskForEmail(reporter, new EmailAddress("jm@beacon.example"), RANDOM))
                .orElseThrow();
        perform(new SuspendMember(administrator, jane));
        perform(new BringBackMember(administrator, jane));
        refused(Problem.Category.GONE, new ConfirmEmail(reporter, suspended));
        assertEquals("Jane@lephare.example", Arrivals.emailOf(press.database(), jane));
    }

    private Optional<String> waiting(long staffId) {
        return press.database()
                .read(sql -> EmailChanges.of(sql, staffId, clock.instant()))
                .map(EmailAddress::text);
    }

    @Test
    void another_address_that_waits_is_forgotten_by_all_that_shuts_others_out() {
        Actor reporter = new Actor(jane, REPORTER);
        Map<String, Runnable> shutting = Map.of(
                "signed out by an administrator", () -> perform(new EndSessions(administrator, jane, 0)),
                "second step taken off", () -> perform(new RemoveFactors(administrator, jane)),
                "signed out everywhere else", () -> perform(new EndOtherSessions(reporter, 0)),
                "another password", () -> links.change(in(jane), reporter, PASSWORD),
                "a link for another password",
                        () -> links.reset(
                                perform(new MakeResetLink(administrator, jane, RANDOM)), PASSWORD, Arrivals.ASKER),
                "withdrawn", () -> assertTrue(perform(new WithdrawEmail(reporter))));
        shutting.forEach((what, shut) -> {
            String secret = perform(new AskForEmail(reporter, new EmailAddress("mallory@evil.example"), RANDOM))
                    .orElseThrow();
            shut.run();
            assertEquals(Optional.empty(), waiting(jane), what);
            refused(Problem.Category.GONE, new ConfirmEmail(reporter, secret));
        });
        assertFalse(perform(new WithdrawEmail(reporter)));
        assertEquals("Jane@lephare.example", Arrivals.emailOf(press.database(), jane));
    }

    private StaffSession in(long staffId) {
        String secret = Arrivals.comesIn(press.acts(), staffId);
        return press.database()
                .read(sql -> new StaffSessions(sql).find(secret, clock.instant()))
                .orElseThrow();
    }

    @Test
    void addresses_that_nobody_confirmed_in_time_are_not_kept() {
        perform(new AskForEmail(new Actor(jane, REPORTER), new EmailAddress("slip@beacon.example"), RANDOM));
        clock.advance(Duration.ofHours(24));
        perform(new AskForEmail(administrator, new EmailAddress("maud@beacon.example"), RANDOM));
        assertEquals(List.of("maud@beacon.example"), press.database().read(sql -> sql.select(EMAIL_CHANGE.EMAIL)
                .from(EMAIL_CHANGE)
                .fetch(EMAIL_CHANGE.EMAIL)));
    }

    @Test
    void somebody_signs_out_everywhere_but_where_they_are() {
        String here = Arrivals.comesIn(press.acts(), jane);
        String there = Arrivals.comesIn(press.acts(), jane);
        String others = Arrivals.comesIn(press.acts(), maud);
        long session = press.database()
                .read(sql -> new StaffSessions(sql).find(here, clock.instant()))
                .orElseThrow()
                .id();
        assertEquals(1, perform(new EndOtherSessions(new Actor(jane, REPORTER), session)));
        assertEquals(0, perform(new EndOtherSessions(new Actor(jane, REPORTER), session)));
        assertEquals(List.of(true, false, true), List.of(isGood(here), isGood(there), isGood(others)));
        assertEquals(List.of("sessions-ended"), acts(Set.of(), OptionalLong.of(jane)));
    }

    private boolean isGood(String secret) {
        return press.database()
                .read(sql -> new StaffSessions(sql).find(secret, clock.instant()))
                .isPresent();
    }

    @Test
    void what_is_looked_at_again_within_the_hour_is_noted_once() {
        var list = new NoteViewed(administrator, Power.MANAGE_STAFF, "people-viewed", "here");
        assertFalse(stands(list));
        assertTrue(perform(list));
        clock.advance(Duration.ofMinutes(59));
        assertTrue(stands(list));
        assertFalse(perform(list));
        assertTrue(perform(new NoteViewed(administrator, Power.MANAGE_STAFF, "people-viewed", "suspended")));
        clock.advance(Duration.ofMinutes(2));
        assertTrue(perform(list));
        refused(
                Problem.Category.FORBIDDEN,
                new NoteViewed(new Actor(jane, REPORTER), Power.MANAGE_STAFF, "people-viewed", "here"));
        assertEquals(List.of("people-viewed", "people-viewed", "people-viewed"), acts(Set.of(), OptionalLong.of(maud)));
    }

    private boolean stands(NoteViewed view) {
        return press.database().read(sql -> view.stands(sql, clock.instant()));
    }

    @Test
    void people_are_listed_by_their_addresses_page_by_page() {
        perform(new SuspendMember(administrator, jane));
        long ali = Arrivals.join(press.acts(), "Ali Nasr", "ali@lephare.example", "ar", REPORTER);
        assertEquals(List.of(ali, maud), ids(true, "", 10));
        assertEquals(List.of(ali), ids(true, "", 1));
        assertEquals(List.of(maud), ids(true, "ali@lephare.example", 10));
        assertEquals(List.of(jane), ids(false, "", 10));
        assertEquals(REPORTER, press.database().read(sql -> new Staff(sql)
                .members(true, "", 1)
                .getFirst()
                .grants()));
    }

    private List<Long> ids(boolean here, String after, int limit) {
        return press.database().read(sql -> new Staff(sql)
                .members(here, after, limit).stream().map(Member::id).toList());
    }

    @Test
    void rights_are_changed_by_who_manages_the_staff_only() {
        Set<Grant> rights = Set.of(new Grant(Role.EDITOR, 1, 0), new Grant(Role.REPORTER, 1, 3));
        refused(Problem.Category.FORBIDDEN, new ChangeRights(new Actor(jane, REPORTER), jane, ADMINISTRATOR));
        perform(new ChangeRights(administrator, jane, rights));
        assertEquals(rights, press.database().read(sql -> new Staff(sql).grants(jane)));
        refused(Problem.Category.NOT_FOUND, new ChangeRights(administrator, 999, rights));
        assertThrows(Problem.class, () -> new ChangeRights(administrator, jane, Set.of()), "no role at all");
    }

    @Test
    void the_last_administrator_is_neither_suspended_nor_made_something_else() {
        refused(Problem.Category.CONFLICT, new ChangeRights(administrator, maud, REPORTER));
        perform(new ChangeRights(administrator, jane, ADMINISTRATOR));
        perform(new SuspendMember(new Actor(jane, ADMINISTRATOR), maud));
        refused(Problem.Category.CONFLICT, new ChangeRights(new Actor(jane, ADMINISTRATOR), jane, REPORTER));
        refused(Problem.Category.CONFLICT, new SuspendMember(new Actor(jane, ADMINISTRATOR), jane));
    }

    @Test
    void two_administrators_who_dismiss_each_other_at_once_do_not_both_go() throws Exception {
        perform(new ChangeRights(administrator, jane, ADMINISTRATOR));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(
                    () -> tried(new ChangeRights(administrator, jane, REPORTER)),
                    () -> tried(new ChangeRights(new Actor(jane, ADMINISTRATOR), maud, REPORTER)));
            int done = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                done += each.get() ? 1 : 0;
            }
            assertEquals(1, done);
        }
    }

    @Test
    void of_two_links_that_are_made_at_once_one_is_good() throws Exception {
        for (int i = 0; i < 10; i++) {
            List<String> links = atOnce(
                    () -> perform(new MakeResetLink(administrator, jane, RANDOM)),
                    () -> perform(new MakeResetLink(Actor.OPERATOR, jane, RANDOM)));
            assertEquals(1, links.stream().filter(this::opens).count());
        }
    }

    private boolean opens(String link) {
        try {
            return press.database()
                            .read(sql ->
                                    PasswordResets.good(sql, link, press.clock().instant()))
                            .id()
                    == jane;
        } catch (Problem gone) {
            return false;
        }
    }

    @Test
    void rights_that_two_give_at_once_are_those_of_one_of_them() throws Exception {
        Set<Grant> editor = Set.of(Grant.everywhere(Role.EDITOR));
        for (int i = 0; i < 10; i++) {
            atOnce(
                    () -> perform(new ChangeRights(administrator, jane, editor)),
                    () -> perform(new ChangeRights(administrator, jane, ADMINISTRATOR)));
            Set<Grant> left = press.database()
                    .read(sql -> new Staff(sql).actor(jane).orElseThrow().grants());
            assertTrue(left.equals(editor) || left.equals(ADMINISTRATOR), left.toString());
        }
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(List.of(one, other))) {
                done.add(each.get());
            }
            return done;
        }
    }

    private boolean tried(Act<?> act) {
        try {
            perform(act);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void who_is_suspended_is_out_at_once_and_comes_back_with_no_session() {
        String secret = Arrivals.comesIn(press.acts(), jane);
        assertTrue(isIn(secret));
        perform(new SuspendMember(administrator, jane));
        assertFalse(isIn(secret));
        assertTrue(press.database().read(sql -> new Staff(sql).actor(jane)).isEmpty());
        refused(Problem.Category.CONFLICT, new SuspendMember(administrator, jane));
        perform(new BringBackMember(administrator, jane));
        assertFalse(isIn(secret), "the session of before is over");
        assertTrue(press.database().read(sql -> new Staff(sql).actor(jane)).isPresent());
        refused(Problem.Category.CONFLICT, new BringBackMember(administrator, jane));
        refused(Problem.Category.CONFLICT, new SuspendMember(administrator, maud));
    }

    @Test
    void who_may_publish_from_now_on_comes_in_again_with_a_second_factor() {
        String secret = Arrivals.comesIn(press.acts(), jane);
        perform(new ChangeRights(administrator, jane, Set.of(Grant.everywhere(Role.CONTRIBUTOR))));
        assertTrue(isIn(secret));
        perform(new ChangeRights(administrator, jane, Set.of(Grant.everywhere(Role.EDITOR))));
        assertFalse(isIn(secret));
    }

    @Test
    void sessions_are_ended_by_an_administrator_or_their_holder() {
        String first = Arrivals.comesIn(press.acts(), jane);
        refused(Problem.Category.FORBIDDEN, new EndSessions(new Actor(jane, REPORTER), maud, 0));
        assertEquals(1, perform(new EndSessions(administrator, jane, 0)));
        assertFalse(isIn(first));
        String second = Arrivals.comesIn(press.acts(), jane);
        long session = press.database()
                .read(sql -> new StaffSessions(sql).of(jane, press.clock().instant()))
                .getFirst()
                .id();
        assertFalse(perform(new EndOwnSession(administrator, session)), "somebody else's");
        assertTrue(isIn(second));
        assertTrue(perform(new EndOwnSession(new Actor(jane, REPORTER), session)));
        assertFalse(isIn(second));
    }

    @Test
    void nobody_takes_off_their_own_second_step() {
        refused(Problem.Category.CONFLICT, new RemoveFactors(administrator, maud));
        String secret = Arrivals.comesIn(press.acts(), jane);
        perform(new RemoveFactors(administrator, jane));
        assertFalse(isIn(secret));
    }

    @Test
    void an_invitation_opens_the_newsroom_once_and_only_while_it_is_good() {
        String first = perform(invite("Nadia@lephare.example"));
        String second = perform(invite("nadia@lephare.example"));
        gone("withdrawn", first);
        assertEquals(REPORTER, good(second).grants());
        refused(Problem.Category.CONFLICT, invite("MAUD@lephare.example"));
        refused(Problem.Category.FORBIDDEN, new Invite(new Actor(jane, REPORTER), address("x"), "", REPORTER, RANDOM));
        assertEquals(
                Problem.Category.NOT_FOUND,
                assertThrows(Problem.class, () -> good("x".repeat(43))).category());

        links.join(second, "Nadia", PASSWORD, null, Arrivals.ASKER);
        Member nadia = press.database()
                .read(sql -> new Staff(sql).withAddress("nadia@lephare.example"))
                .orElseThrow();
        assertEquals(REPORTER, nadia.grants());
        gone("used", second);
        assertThrows(Problem.class, () -> links.join(second, "Again", PASSWORD, null, Arrivals.ASKER));
    }

    @Test
    void an_invitation_ends_after_72_hours() {
        String secret = perform(invite("nadia@lephare.example"));
        clock.advance(Duration.ofHours(71));
        good(secret);
        clock.advance(Duration.ofHours(1));
        gone("72 hours", secret);
        assertEquals(List.of(), press.database().read(sql -> new Invitations(sql).open(clock.instant())));
    }

    @Test
    void an_invitation_is_withdrawn_by_hand_and_with_the_rights_of_who_made_it() {
        String first = perform(invite("nadia@lephare.example"));
        long id = press.database()
                .read(sql -> new Invitations(sql).find(first))
                .orElseThrow()
                .id();
        refused(Problem.Category.FORBIDDEN, new WithdrawInvitation(new Actor(jane, REPORTER), id));
        perform(new WithdrawInvitation(administrator, id));
        gone("withdrawn", first);
        refused(Problem.Category.CONFLICT, new WithdrawInvitation(administrator, id));

        perform(new ChangeRights(administrator, jane, ADMINISTRATOR));
        Actor second = new Actor(jane, ADMINISTRATOR);
        String byJane = perform(new Invite(second, address("ali"), "", ADMINISTRATOR, RANDOM));
        perform(new SuspendMember(administrator, jane));
        gone("withdrawn", byJane);
        perform(new BringBackMember(administrator, jane));
        gone("withdrawn", byJane);
    }

    @Test
    void a_link_sets_a_password_once_and_ends_all_sessions() {
        String session = Arrivals.comesIn(press.acts(), jane);
        String old = perform(new MakeResetLink(administrator, jane, RANDOM));
        String link = perform(new MakeResetLink(administrator, jane, RANDOM));
        assertThrows(Problem.class, () -> links.reset(old, PASSWORD, Arrivals.ASKER), "a newer one ends it");
        assertTrue(isIn(session));
        links.reset(link, PASSWORD, Arrivals.ASKER);
        assertFalse(isIn(session));
        assertThrows(Problem.class, () -> links.reset(link, PASSWORD, Arrivals.ASKER), "used");
        assertEquals(
                Stage.IN,
                ((SignIn.Step.Taken) signIn.password("jane@lephare.example", PASSWORD.text(), Arrivals.ASKER)).stage());
        refused(Problem.Category.FORBIDDEN, new MakeResetLink(new Actor(jane, REPORTER), maud, RANDOM));

        String late = perform(new MakeResetLink(administrator, jane, RANDOM));
        clock.advance(Duration.ofHours(24));
        assertThrows(Problem.class, () -> links.reset(late, PASSWORD, Arrivals.ASKER));
        String suspended = perform(new MakeResetLink(administrator, jane, RANDOM));
        perform(new SuspendMember(administrator, jane));
        assertThrows(Problem.class, () -> links.reset(suspended, PASSWORD, Arrivals.ASKER));
        refused(Problem.Category.CONFLICT, new MakeResetLink(administrator, jane, RANDOM));
    }

    @Test
    void a_new_password_does_not_lead_past_the_second_step() {
        String link = perform(new MakeResetLink(Actor.OPERATOR, maud, RANDOM));
        var step = (SignIn.Step.Taken) links.reset(link, PASSWORD, Arrivals.ASKER);
        assertEquals(Stage.FACTOR, step.stage(), "an administrator without one sets one up");
    }

    @Test
    void asking_for_a_new_password_is_counted_alike_for_addresses_that_nobody_has() {
        for (String email : List.of("jane@lephare.example", "nobody@lephare.example")) {
            for (int i = 0; i < 3; i++) {
                links.countReset(email, Arrivals.ASKER);
            }
            assertEquals(
                    Problem.Category.TOO_MANY,
                    assertThrows(Problem.class, () -> links.countReset(email.toUpperCase(), Arrivals.ASKER))
                            .category());
        }
        assertTrue(links.resetFor("jane@lephare.example", Arrivals.ASKER).isPresent());
        assertTrue(links.resetFor("nobody@lephare.example", Arrivals.ASKER).isEmpty());
    }

    @Test
    void the_log_is_read_by_person_kind_and_day_newest_first() {
        Instant begun = clock.instant();
        perform(new NoteViewed(administrator, Power.MANAGE_STAFF, "person-viewed", "staff " + jane));
        clock.advance(Duration.ofDays(1));
        signIn.password("jane@lephare.example", "wrong", Arrivals.ASKER);
        perform(new EndSessions(administrator, jane, 0));
        refused(
                Problem.Category.FORBIDDEN,
                new NoteViewed(new Actor(jane, REPORTER), Power.READ_STAFF_LOG, "journal-viewed", "journal"));
        assertEquals(
                List.of("sessions-ended", "sign-in-failed", "person-viewed"), acts(Set.of(), OptionalLong.empty()));
        assertEquals(List.of("sign-in-failed"), acts(Set.of("sign-in-failed"), OptionalLong.empty()));
        assertEquals(
                List.of("sessions-ended", "sign-in-failed", "person-viewed"), acts(Set.of(), OptionalLong.of(jane)));
        assertEquals(List.of("sessions-ended", "person-viewed"), acts(Set.of(), OptionalLong.of(maud)));
        assertEquals(1, firstSince(begun));
        assertEquals(2, firstSince(begun.plusSeconds(1)));
        assertEquals(4, firstSince(begun.plus(Duration.ofDays(2))));
    }

    private long firstSince(Instant at) {
        return press.database().read(sql -> StaffLog.firstSince(sql, at));
    }

    private List<String> acts(Set<String> acts, OptionalLong person) {
        var asked = new StaffLog.Asked(acts, Set.of(), person);
        return press.database().read(sql -> StaffLog.newest(sql, Long.MAX_VALUE, 1, asked, 10).stream()
                .map(StaffLog.Row::act)
                .toList());
    }

    private Invite invite(String email) {
        return new Invite(administrator, new EmailAddress(email), "", REPORTER, RANDOM);
    }

    private static EmailAddress address(String who) {
        return new EmailAddress(who + "@lephare.example");
    }

    private Invitation good(String secret) {
        return press.database().read(sql -> new Invitations(sql).good(secret, clock.instant()));
    }

    private void gone(String word, String secret) {
        Problem problem = assertThrows(Problem.class, () -> good(secret));
        assertEquals(Problem.Category.GONE, problem.category());
        assertTrue(problem.sentence().contains(word), problem.sentence());
    }

    private boolean isIn(String secret) {
        return press.database()
                .read(sql -> new StaffSessions(sql).find(secret, press.clock().instant()))
                .isPresent();
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private void refused(Problem.Category category, Act<?> act) {
        assertEquals(category, assertThrows(Problem.class, () -> perform(act)).category());
    }
}
