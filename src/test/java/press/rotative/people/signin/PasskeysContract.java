package press.rotative.people.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
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
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.people.acts.BringBackMember;
import press.rotative.people.acts.Invite;
import press.rotative.people.acts.RemoveFactors;
import press.rotative.people.acts.RemovePasskey;
import press.rotative.people.acts.RenamePasskey;
import press.rotative.people.acts.SuspendMember;
import press.rotative.people.passkeys.Answer;
import press.rotative.people.passkeys.Ceremony;
import press.rotative.people.passkeys.Passkey;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.people.passkeys.Refusal;
import press.rotative.people.passkeys.Site;
import press.rotative.people.passkeys.SoftAuthenticator;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.publication.Act;

/// What every store must do with passkeys, honest ones and those of attackers.
abstract class PasskeysContract {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Site SITE = new Site("https://news.example.org", "news.example.org");
    private static final String BROWSER = "b".repeat(43);
    private static final String PASSWORD = "sept bateaux et un phare";

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-27T12:00:00Z"));
    private final SoftAuthenticator phone = new SoftAuthenticator(SITE.origin());
    private Press press;
    private SignIn signIn;
    private PasskeySignIn passkeys;
    private PasskeySetUp setUp;
    private long maud;
    private long jane;

    abstract Press open(Clock clock);

    @BeforeEach
    void aNewsroomOfTwo() {
        press = open(clock);
        build();
        maud = Arrivals.join(press.acts(), "Maud Kervarn", "maud@lephare.example", "fr", PASSWORD, Role.ADMINISTRATOR);
        jane = Arrivals.join(press.acts(), "Jane Mercer", "jane@lephare.example", null, PASSWORD, Role.REPORTER);
    }

    private void build() {
        var attempts = new Attempts(clock);
        Seal seal = Seal.of(press.data(), Optional.empty(), RANDOM);
        signIn = new SignIn(press.database(), press.acts(), new Passwords(RANDOM), attempts, seal, RANDOM);
        passkeys = new PasskeySignIn(press.database(), press.acts(), attempts, signIn, seal, RANDOM, clock);
        setUp = new PasskeySetUp(press.database(), press.acts(), attempts, signIn, seal, RANDOM, clock);
    }

    @AfterEach
    void close() {
        assertEquals(Optional.empty(), press.database().read(StaffLog::firstBroken));
        press.close();
    }

    // ---- honest ways

    @Test
    void somebody_adds_a_passkey_and_comes_in_by_it_past_both_steps() {
        var done = (PasskeySetUp.Outcome.Done) add(maud, phone, "My phone");
        assertEquals(10, done.recoveryCodes().size(), "the first second factor comes with recovery codes");
        assertEquals("My phone", only(maud).label());
        assertEquals(Optional.empty(), Optional.ofNullable(only(maud).usedAt()));
        var again = (PasskeySetUp.Outcome.Done) add(maud, new SoftAuthenticator(SITE.origin()), "Key ring");
        assertEquals(List.of(), again.recoveryCodes(), "those of before are good");
        assertEquals(List.of("My phone", "Key ring"), labels(maud));
        assertEquals(
                1,
                press.database().read(sql -> new Passkeys(sql).of(maud)).stream()
                        .map(Passkey::handle)
                        .distinct()
                        .count(),
                "they know their holder by one name");

        clock.advance(Duration.ofHours(1));
        assertEquals(maud, session(in(phone)).staffId());
        assertEquals(clock.instant(), passkeysOf(maud).getFirst().usedAt());
        assertEquals(List.of("signed-in staff " + maud + " by passkey from 127.0.0.0/24"), newest(1));
    }

    @Test
    void an_authenticator_that_counts_and_one_that_syncs_are_noted() {
        phone.count = 7;
        phone.syncs = true;
        add(jane, phone, "Phone");
        in(phone);
        Passkey.Key key = only(jane).key();
        assertEquals(8, key.signCount());
        assertTrue(key.maySync() && key.synced());
        assertEquals("hybrid internal", key.transports());
    }

    @Test
    void a_passkey_is_the_second_step_after_a_password() {
        add(maud, phone, "Phone");
        StaffSession half = half(Stage.CODE);
        var asked = passkeys.ask(SITE, Ceremony.SECOND_STEP, half);
        assertTrue(asked.options().get("allowCredentials").toString().contains(phone.keyId()));
        var right = (PasskeySignIn.Outcome.Right) passkeys.code(half, use(asked), SITE, Arrivals.ASKER);
        assertEquals(Stage.IN, session(right).stage());
        assertEquals(List.of("signed-in staff " + maud + " by password and passkey from 127.0.0.0/24"), newest(1));
        assertInstanceOf(
                PasskeySignIn.Outcome.Over.class, passkeys.code(half, use(asked), SITE, Arrivals.ASKER), "used up");
    }

    @Test
    void a_passkey_is_set_up_as_the_first_second_factor() {
        var done = (PasskeySetUp.Outcome.Done) setUp(half(Stage.FACTOR), phone);
        assertEquals(10, done.recoveryCodes().size());
        assertEquals(Stage.IN, find(done.begun()).stage());
        assertEquals(Stage.CODE, half(Stage.CODE).stage(), "from now on it is asked for");
    }

    @Test
    void the_first_administrator_and_an_invited_person_need_no_password() {
        String invitation = perform(new Invite(
                actor(maud),
                new EmailAddress("nadia@lephare.example"),
                "",
                Set.of(Grant.everywhere(Role.EDITOR)),
                RANDOM));
        var asked = setUp.ask(SITE, Ceremony.JOIN, invitation, BROWSER, "Le Phare");
        Answer made = answer(asked, phone.make(asked.options()));
        assertEquals(
                new PasskeySetUp.Outcome.Wrong(Refusal.CHALLENGE),
                setUp.join(invitation, "x".repeat(43), "Nadia", "Phone", null, made, SITE, Arrivals.ASKER),
                "another browser");
        var done = (PasskeySetUp.Outcome.Done)
                setUp.join(invitation, BROWSER, "Nadia", "Phone", null, made, SITE, Arrivals.ASKER);
        assertEquals(10, done.recoveryCodes().size());
        assertEquals(Stage.IN, find(done.begun()).stage());
        assertEquals(
                Problem.Category.GONE,
                assertThrows(Problem.class, () -> {
                            var next = setUp.ask(SITE, Ceremony.JOIN, invitation, BROWSER, "Le Phare");
                            setUp.join(
                                    invitation,
                                    BROWSER,
                                    "Eve",
                                    "Phone",
                                    null,
                                    answer(next, phone.copy().make(next.options())),
                                    SITE,
                                    Arrivals.ASKER);
                        })
                        .category(),
                "an invitation is used once");
        assertInstanceOf(
                SignIn.Step.Wrong.class, signIn.password("nadia@lephare.example", "", Arrivals.ASKER), "no password");
        assertEquals(done.staffId(), session(in(phone)).staffId());
        assertEquals(
                Optional.empty(),
                press.acts()
                        .perform(transaction -> Setup.newLink(transaction, RANDOM))
                        .value());
    }

    @Test
    void where_the_first_administrator_has_only_a_passkey_the_way_in_is_closed() {
        press.database().write(transaction -> {
            for (String table : List.of("staff_session", "staff_grant", "staff")) {
                transaction.sql().execute("delete from " + table);
            }
            return true;
        });
        String link = press.acts()
                .perform(transaction -> Setup.newLink(transaction, RANDOM))
                .value()
                .orElseThrow();
        var asked = setUp.ask(SITE, Ceremony.FIRST, link, BROWSER, "Le Phare");
        var email = new EmailAddress("first@lephare.example");
        var done = (PasskeySetUp.Outcome.Done) setUp.first(
                link,
                BROWSER,
                "First",
                email,
                "Phone",
                "fr",
                answer(asked, phone.make(asked.options())),
                SITE,
                Arrivals.ASKER);
        assertEquals(10, done.recoveryCodes().size());
        assertEquals(
                Set.of(Grant.everywhere(Role.ADMINISTRATOR)),
                actor(done.staffId()).grants());
        press.database()
                .write(transaction -> transaction.sql().execute("delete from setting where name = 'setup.closed'"));
        assertTrue(
                press.acts()
                        .perform(transaction -> Setup.newLink(transaction, RANDOM))
                        .value()
                        .isEmpty(),
                "somebody can sign in, though without a password");
    }

    @Test
    void who_is_in_shows_once_more_who_they_are() {
        add(maud, phone, "Phone");
        StaffSession session = find(Arrivals.comesIn(press.acts(), maud));
        press.database().write(transaction -> Arrivals.provedLongAgo(transaction, maud));
        var asked = passkeys.ask(SITE, Ceremony.PROOF, session);
        assertEquals(new PasskeySignIn.Outcome.Right(null), passkeys.prove(session, use(asked), SITE, Arrivals.ASKER));
        assertTrue(press.database().read(sql -> new StaffSessions(sql).of(maud, clock.instant())).stream()
                .anyMatch(each -> each.id() == session.id() && each.provedLately(clock.instant())));
    }

    // ---- attacks

    @Test
    void a_challenge_is_taken_once_within_five_minutes_and_only_in_its_browser() {
        add(maud, phone, "Phone");
        var asked = passkeys.ask(SITE, BROWSER);
        Answer answer = use(asked);
        wrong(Refusal.CHALLENGE, 0, passkeys.signIn(answer, SITE, "x".repeat(43), Arrivals.ASKER));
        assertInstanceOf(PasskeySignIn.Outcome.Right.class, passkeys.signIn(answer, SITE, BROWSER, Arrivals.ASKER));
        wrong(Refusal.CHALLENGE, maud, passkeys.signIn(answer, SITE, BROWSER, Arrivals.ASKER));
        clock.advance(Duration.ofMinutes(1));
        var late = passkeys.ask(SITE, BROWSER);
        clock.advance(Duration.ofMinutes(5));
        wrong(Refusal.CHALLENGE, 0, passkeys.signIn(use(late), SITE, BROWSER, Arrivals.ASKER));
        var one = passkeys.ask(SITE, BROWSER);
        var other = passkeys.ask(SITE, BROWSER);
        wrong(
                Refusal.CHALLENGE,
                maud,
                passkeys.signIn(new Answer(other.ticket(), phone.use(one.options())), SITE, BROWSER, Arrivals.ASKER));
        assertEquals(
                List.of("passkey-refused staff " + maud + " passkey "
                        + only(maud).id() + " for challenge from 127.0.0.0/24"),
                newest(1));
    }

    @Test
    void an_answer_to_one_question_is_none_to_another() {
        add(maud, phone, "Phone");
        StaffSession session = find(Arrivals.comesIn(press.acts(), maud));
        StaffSession other = find(Arrivals.comesIn(press.acts(), maud));
        Answer answer = use(passkeys.ask(SITE, Ceremony.PROOF, session));
        wrong(Refusal.CHALLENGE, 0, passkeys.signIn(answer, SITE, BROWSER, Arrivals.ASKER));
        wrong(Refusal.CHALLENGE, 0, passkeys.prove(other, answer, SITE, Arrivals.ASKER));
        wrong(Refusal.CHALLENGE, 0, passkeys.prove(session, use(passkeys.ask(SITE, BROWSER)), SITE, Arrivals.ASKER));
        assertInstanceOf(PasskeySignIn.Outcome.Right.class, passkeys.prove(session, answer, SITE, Arrivals.ASKER));
    }

    @Test
    void answers_of_other_pages_names_and_holders_are_refused() {
        add(maud, phone, "Phone");
        phone.origin = "https://news.example.org.evil.example";
        wrong(Refusal.ORIGIN, maud, in(phone));
        phone.origin = SITE.origin() + ":8443";
        wrong(Refusal.ORIGIN, maud, in(phone));
        phone.origin = SITE.origin();
        phone.domain = "evil.example";
        wrong(Refusal.DOMAIN, maud, in(phone));
        phone.domain = null;
        phone.verifies = false;
        wrong(Refusal.VERIFICATION, maud, in(phone));
        clock.advance(Duration.ofMinutes(1));
        phone.verifies = true;
        var asked = passkeys.ask(SITE, BROWSER);
        String good = phone.use(asked.options());
        var eves = new SoftAuthenticator(SITE.origin());
        add(jane, eves, "Eve's");
        String stranger = eves.use(asked.options())
                .replace(eves.keyId(), phone.keyId())
                .replace(
                        passkeysOf(jane).getFirst().handle(),
                        passkeysOf(maud).getFirst().handle());
        wrong(Refusal.SIGNATURE, maud, passkeys.signIn(answer(asked, stranger), SITE, BROWSER, Arrivals.ASKER));
        wrong(
                Refusal.CHALLENGE,
                maud,
                passkeys.signIn(answer(asked, good), SITE, BROWSER, Arrivals.ASKER),
                "an attempt uses the challenge up");
        assertInstanceOf(PasskeySignIn.Outcome.Right.class, in(phone));
    }

    @Test
    void new_passkeys_are_held_to_the_same_rules() {
        record Case(Refusal why, SoftAuthenticator authenticator) {}
        var elsewhere = new SoftAuthenticator("https://evil.example");
        var named = new SoftAuthenticator(SITE.origin());
        named.domain = "evil.example";
        var silent = new SoftAuthenticator(SITE.origin());
        silent.verifies = false;
        for (Case each : List.of(
                new Case(Refusal.ORIGIN, elsewhere),
                new Case(Refusal.DOMAIN, named),
                new Case(Refusal.VERIFICATION, silent))) {
            assertEquals(
                    new PasskeySetUp.Outcome.Wrong(each.why), add(jane, each.authenticator, "Key"), each.why.name());
        }
        assertEquals(List.of(), labels(jane));
        clock.advance(Duration.ofMinutes(1));
        StaffSession session = find(Arrivals.comesIn(press.acts(), jane));
        var asked = setUp.ask(SITE, Ceremony.ADD, session, member(jane), "Le Phare");
        Answer made = answer(asked, phone.make(asked.options()));
        StaffSession others = find(Arrivals.comesIn(press.acts(), maud));
        assertEquals(
                new PasskeySetUp.Outcome.Wrong(Refusal.CHALLENGE),
                setUp.add(others, actor(maud), "Mine now", made, SITE, Arrivals.ASKER));
        assertInstanceOf(
                PasskeySetUp.Outcome.Done.class, setUp.add(session, actor(jane), "Key", made, SITE, Arrivals.ASKER));
        assertEquals(
                new PasskeySetUp.Outcome.Wrong(Refusal.CHALLENGE),
                setUp.add(session, actor(jane), "Again", made, SITE, Arrivals.ASKER));
        assertThrows(Problem.class, () -> add(jane, new SoftAuthenticator(SITE.origin()), "  "), "no name");
    }

    @Test
    void a_passkey_that_counts_backwards_is_refused_and_written_down() {
        phone.count = 4;
        add(maud, phone, "Phone");
        SoftAuthenticator copy = phone.copy();
        in(phone);
        in(phone);
        wrong(Refusal.COUNTER, maud, in(copy));
        assertEquals(
                List.of("passkey-refused staff " + maud + " passkey "
                        + only(maud).id() + " for counter from 127.0.0.0/24"),
                newest(1));
        assertEquals(6, only(maud).key().signCount());
        assertInstanceOf(PasskeySignIn.Outcome.Right.class, in(phone), "that of the holder goes on");
    }

    @Test
    void somebody_elses_passkey_is_no_second_step_and_no_proof() {
        add(maud, phone, "Phone");
        var eves = new SoftAuthenticator(SITE.origin());
        add(jane, eves, "Eve's");
        StaffSession half = half(Stage.CODE);
        var asked = passkeys.ask(SITE, Ceremony.SECOND_STEP, half);
        wrong(Refusal.OWNER, jane, passkeys.code(half, answer(asked, eves.use(asked.options())), SITE, Arrivals.ASKER));
        StaffSession session = find(Arrivals.comesIn(press.acts(), maud));
        var proof = passkeys.ask(SITE, Ceremony.PROOF, session);
        wrong(
                Refusal.OWNER,
                jane,
                passkeys.prove(session, answer(proof, eves.use(proof.options())), SITE, Arrivals.ASKER));
        var signIn = passkeys.ask(SITE, BROWSER);
        String handle = passkeysOf(maud).getFirst().handle();
        String lying =
                eves.use(signIn.options()).replaceAll("\"userHandle\":\"[^\"]*\"", "\"userHandle\":\"" + handle + "\"");
        wrong(Refusal.OWNER, jane, passkeys.signIn(answer(signIn, lying), SITE, BROWSER, Arrivals.ASKER));
    }

    @Test
    void whoever_waits_with_a_password_alone_does_not_go_on_once_a_second_factor_is_there() {
        StaffSession thief = half(Stage.FACTOR);
        StaffSession owner = half(Stage.FACTOR);
        assertInstanceOf(PasskeySetUp.Outcome.Done.class, setUp(owner, phone));
        assertInstanceOf(PasskeySetUp.Outcome.Over.class, setUp(thief, new SoftAuthenticator(SITE.origin())));
        assertInstanceOf(SignIn.SetUp.Over.class, signIn.firstCode(thief, "123456", Arrivals.ASKER));
        assertEquals(List.of("Phone"), labels(maud));
        assertEquals(Optional.empty(), press.database().read(sql -> signIn.appSecret(sql, maud, "Le Phare")));
        StaffSession late = waiting();
        assertInstanceOf(
                SignIn.SetUp.Over.class,
                signIn.firstCode(late, "123456", Arrivals.ASKER),
                "nor does one whose password was looked at meanwhile");
        clock.advance(Duration.ofMinutes(1));
        assertInstanceOf(PasskeySetUp.Outcome.Over.class, setUp(waiting(), new SoftAuthenticator(SITE.origin())));
        assertEquals(List.of("Phone"), labels(maud));
    }

    private StaffSession waiting() {
        return find(press.acts()
                .perform(transaction -> StaffSessions.begin(transaction, maud, Stage.FACTOR, Arrivals.ASKER, RANDOM))
                .value());
    }

    @Test
    void of_two_who_set_up_a_first_second_factor_at_once_one_comes_in() throws Exception {
        StaffSession thief = half(Stage.FACTOR);
        StaffSession owner = half(Stage.FACTOR);
        List<Callable<PasskeySetUp.Outcome>> both =
                List.of(() -> setUp(owner, phone), () -> setUp(thief, new SoftAuthenticator(SITE.origin())));
        try (var threads = Executors.newFixedThreadPool(2)) {
            int in = 0;
            for (var each : threads.invokeAll(both)) {
                in += each.get() instanceof PasskeySetUp.Outcome.Done ? 1 : 0;
            }
            assertEquals(1, in);
        }
        assertEquals(1, passkeysOf(maud).size());
    }

    private PasskeySetUp.Outcome setUp(StaffSession half, SoftAuthenticator authenticator) {
        var asked = setUp.ask(SITE, Ceremony.SET_UP, half, member(maud), "Le Phare");
        return setUp.setUp(half, "Phone", answer(asked, authenticator.make(asked.options())), SITE, Arrivals.ASKER);
    }

    @Test
    void refused_new_passkeys_are_counted() {
        var silent = new SoftAuthenticator(SITE.origin());
        silent.verifies = false;
        for (int i = 0; i < 5; i++) {
            assertEquals(new PasskeySetUp.Outcome.Wrong(Refusal.VERIFICATION), add(jane, silent, "Key"));
        }
        Problem often = assertThrows(Problem.class, () -> add(jane, silent, "Key"));
        assertEquals(Problem.Category.TOO_MANY, often.category());
        clock.advance(Duration.ofMinutes(1));
        assertInstanceOf(PasskeySetUp.Outcome.Done.class, add(jane, phone, "Key"));
    }

    @Test
    void five_wrong_answers_end_what_was_begun() {
        add(maud, phone, "Phone");
        phone.verifies = false;
        StaffSession half = half(Stage.CODE);
        for (int i = 0; i < 4; i++) {
            wrong(Refusal.VERIFICATION, maud, code(half));
        }
        assertInstanceOf(PasskeySignIn.Outcome.Over.class, code(half));
        clock.advance(Duration.ofMinutes(1));
        phone.verifies = true;
        assertInstanceOf(PasskeySignIn.Outcome.Over.class, code(half), "nor by a right one");
    }

    private PasskeySignIn.Outcome code(StaffSession half) {
        return passkeys.code(half, use(passkeys.ask(SITE, Ceremony.SECOND_STEP, half)), SITE, Arrivals.ASKER);
    }

    @Test
    void attempts_are_counted_by_holder_and_by_address_as_with_passwords() {
        add(maud, phone, "Phone");
        phone.verifies = false;
        for (int i = 0; i < 5; i++) {
            in(phone);
        }
        assertEquals(
                Problem.Category.TOO_MANY,
                assertThrows(Problem.class, () -> in(phone)).category());
        for (int i = 0; i < 14; i++) {
            passkeys.signIn(new Answer("no", "no"), SITE, BROWSER, Arrivals.ASKER);
        }
        assertEquals(
                Problem.Category.TOO_MANY,
                assertThrows(
                                Problem.class,
                                () -> passkeys.signIn(new Answer("no", "no"), SITE, BROWSER, Arrivals.ASKER))
                        .category());
    }

    @Test
    void who_is_suspended_does_not_come_in_by_a_passkey_and_does_again_when_brought_back() {
        add(jane, phone, "Phone");
        perform(new SuspendMember(actor(maud), jane));
        wrong(Refusal.UNKNOWN, jane, in(phone));
        perform(new BringBackMember(actor(maud), jane));
        assertInstanceOf(PasskeySignIn.Outcome.Right.class, in(phone));
        perform(new RemoveFactors(actor(maud), jane));
        wrong(Refusal.UNKNOWN, 0, in(phone));
    }

    @Test
    void hostile_answers_are_unreadable_and_nothing_else() {
        add(maud, phone, "Phone");
        var random = new Random(7);
        String good = phone.use(passkeys.ask(SITE, BROWSER).options());
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder(good);
            for (int j = 0; j <= random.nextInt(4); j++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) random.nextInt(1, 0x250));
                    default -> text.setLength(Math.max(1, at));
                }
            }
            clock.advance(Duration.ofMinutes(1));
            var asked = passkeys.ask(SITE, BROWSER);
            assertInstanceOf(
                    PasskeySignIn.Outcome.Wrong.class,
                    passkeys.signIn(answer(asked, text.toString()), SITE, BROWSER, Arrivals.ASKER),
                    text.toString());
        }
        for (String text : List.of("", "{}", "null", "[]", "{\"id\":null}", "9", "\"x\"", "{".repeat(5000))) {
            clock.advance(Duration.ofMinutes(1));
            var asked = passkeys.ask(SITE, BROWSER);
            wrong(Refusal.UNREADABLE, 0, passkeys.signIn(answer(asked, text), SITE, BROWSER, Arrivals.ASKER));
        }
        clock.advance(Duration.ofMinutes(1));
        var asked = passkeys.ask(SITE, BROWSER);
        wrong(
                Refusal.UNREADABLE,
                0,
                passkeys.signIn(answer(asked, good + " ".repeat(30_000)), SITE, BROWSER, Arrivals.ASKER));
    }

    // ---- one's own passkeys

    @Test
    void nobody_touches_the_passkeys_of_others() {
        add(maud, phone, "Phone");
        long passkey = only(maud).id();
        assertEquals(Problem.Category.NOT_FOUND, refused(new RemovePasskey(actor(jane), passkey, 0)));
        assertEquals(Problem.Category.NOT_FOUND, refused(new RenamePasskey(actor(jane), passkey, "Mine")));
        assertEquals(List.of("Phone"), labels(maud));
        perform(new RenamePasskey(actor(maud), passkey, "  Old\u0000 phone "));
        assertEquals(List.of("Old phone"), labels(maud));
    }

    @Test
    void the_last_way_in_and_the_only_second_step_of_who_needs_one_stay() {
        add(maud, phone, "Phone");
        assertEquals(
                Problem.Category.CONFLICT,
                refused(new RemovePasskey(actor(maud), only(maud).id(), 0)),
                "an administrator's only second step");
        add(maud, new SoftAuthenticator(SITE.origin()), "Key ring");
        String elsewhere = Arrivals.comesIn(press.acts(), maud);
        long here = find(Arrivals.comesIn(press.acts(), maud)).id();
        perform(new RemovePasskey(actor(maud), passkeysOf(maud).getFirst().id(), here));
        assertEquals(List.of("Key ring"), labels(maud));
        wrong(Refusal.UNKNOWN, 0, in(phone));
        var sessions = press.database().read(sql -> new StaffSessions(sql).of(maud, clock.instant()));
        assertEquals(List.of(here), sessions.stream().map(StaffSession::id).toList(), "other sessions are over");
        assertEquals(Optional.empty(), press.database().read(sql -> new StaffSessions(sql)
                .find(elsewhere, clock.instant())));

        add(jane, new SoftAuthenticator(SITE.origin()), "Phone");
        press.database().write(transaction -> {
            transaction.sql().execute("update staff set password_hash = null where id = " + jane);
            return true;
        });
        assertEquals(
                Problem.Category.CONFLICT,
                refused(new RemovePasskey(actor(jane), only(jane).id(), 0)),
                "no password, no other passkey");
        press.database().write(transaction -> {
            transaction.sql().execute("update staff set password_hash = 'x' where id = " + jane);
            return true;
        });
        perform(new RemovePasskey(actor(jane), only(jane).id(), 0));
        var left = press.database().read(sql -> SecondFactors.of(sql, jane));
        assertEquals(new SecondFactors.Had(true, false, 0, 0), left, "no codes for a factor that is gone");
    }

    @Test
    void of_two_passkeys_that_are_removed_at_once_one_stays() throws Exception {
        add(maud, phone, "Phone");
        add(maud, new SoftAuthenticator(SITE.origin()), "Key ring");
        List<Callable<Boolean>> both = passkeysOf(maud).stream()
                .map(each -> (Callable<Boolean>) () -> {
                    try {
                        return perform(new RemovePasskey(actor(maud), each.id(), 0));
                    } catch (Problem last) {
                        return false;
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            int removed = 0;
            for (Future<Boolean> each : threads.invokeAll(both)) {
                removed += each.get() ? 1 : 0;
            }
            assertEquals(1, removed);
        }
        assertEquals(1, passkeysOf(maud).size());
    }

    @Test
    void a_replayed_answer_that_comes_twice_at_once_opens_once() throws Exception {
        add(maud, phone, "Phone");
        Answer answer = use(passkeys.ask(SITE, BROWSER));
        Callable<Boolean> come =
                () -> passkeys.signIn(answer, SITE, BROWSER, Arrivals.ASKER) instanceof PasskeySignIn.Outcome.Right;
        try (var threads = Executors.newFixedThreadPool(2)) {
            int opened = 0;
            for (Future<Boolean> each : threads.invokeAll(List.of(come, come))) {
                opened += each.get() ? 1 : 0;
            }
            assertEquals(1, opened);
        }
    }

    @Test
    void nobody_has_more_than_twenty() {
        for (int i = 0; i < Passkeys.MOST; i++) {
            add(jane, new SoftAuthenticator(SITE.origin()), "Key " + i);
            clock.advance(Duration.ofMinutes(1));
        }
        Problem most = assertThrows(Problem.class, () -> add(jane, phone, "One more"));
        assertEquals(Problem.Category.CONFLICT, most.category());
    }

    // ---- helpers

    private PasskeySetUp.Outcome add(long staffId, SoftAuthenticator authenticator, String label) {
        StaffSession session = find(Arrivals.comesIn(press.acts(), staffId));
        var asked = setUp.ask(SITE, Ceremony.ADD, session, member(staffId), "Le Phare");
        return setUp.add(
                session,
                actor(staffId),
                label,
                answer(asked, authenticator.make(asked.options())),
                SITE,
                Arrivals.ASKER);
    }

    private PasskeySignIn.Outcome in(SoftAuthenticator authenticator) {
        var asked = passkeys.ask(SITE, BROWSER);
        return passkeys.signIn(answer(asked, authenticator.use(asked.options())), SITE, BROWSER, Arrivals.ASKER);
    }

    private Answer use(PasskeySignIn.Asked asked) {
        return answer(asked, phone.use(asked.options()));
    }

    private static Answer answer(PasskeySignIn.Asked asked, String credential) {
        return new Answer(asked.ticket(), credential);
    }

    private static void wrong(Refusal why, long staffId, PasskeySignIn.Outcome outcome) {
        wrong(why, staffId, outcome, "");
    }

    private static void wrong(Refusal why, long staffId, PasskeySignIn.Outcome outcome, String which) {
        assertEquals(new PasskeySignIn.Outcome.Wrong(why, staffId), outcome, which);
    }

    /// Maud's password was right.
    private StaffSession half(Stage stage) {
        var step = (SignIn.Step.Taken) signIn.password("maud@lephare.example", PASSWORD, Arrivals.ASKER);
        assertEquals(stage, step.stage());
        return find(step.secret());
    }

    private StaffSession session(PasskeySignIn.Outcome outcome) {
        String secret = ((PasskeySignIn.Outcome.Right) outcome).secret();
        assertNotEquals(null, secret);
        return find(secret);
    }

    private StaffSession find(String secret) {
        return press.database()
                .read(sql -> new StaffSessions(sql).find(secret, clock.instant()))
                .orElseThrow();
    }

    private List<Passkey> passkeysOf(long staffId) {
        return press.database().read(sql -> new Passkeys(sql).of(staffId));
    }

    private Passkey only(long staffId) {
        List<Passkey> all = passkeysOf(staffId);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private List<String> labels(long staffId) {
        return passkeysOf(staffId).stream().map(Passkey::label).toList();
    }

    private Member member(long staffId) {
        return press.database().read(sql -> new Staff(sql).member(staffId)).orElseThrow();
    }

    private Actor actor(long staffId) {
        return member(staffId).actor();
    }

    private List<String> newest(int count) {
        var all = new StaffLog.Asked(Set.of(), Set.of(), OptionalLong.empty());
        return press.database().read(sql -> StaffLog.newest(sql, Long.MAX_VALUE, 1, all, count).stream()
                .map(row -> row.act() + " " + row.subject())
                .toList());
    }

    private Problem.Category refused(Act<?> act) {
        return assertThrows(Problem.class, () -> perform(act)).category();
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
