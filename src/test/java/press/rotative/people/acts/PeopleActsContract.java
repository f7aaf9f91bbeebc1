package press.rotative.people.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Member;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;

/// What every store must do with the acts over people.
abstract class PeopleActsContract {
    private static final Set<Grant> ADMINISTRATOR = Set.of(Grant.everywhere(Role.ADMINISTRATOR));
    private static final Set<Grant> REPORTER = Set.of(Grant.everywhere(Role.REPORTER));

    private Press press;
    private long maud;
    private long jane;
    private Actor administrator;

    abstract Press open(Clock clock);

    @BeforeEach
    void aNewsroomOfTwo() {
        press = open(Clock.systemUTC());
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
