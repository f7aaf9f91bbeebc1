package press.rotative.newsroom.people;

import java.util.List;
import press.rotative.language.Dates;
import press.rotative.language.Moment;
import press.rotative.people.signin.StaffSession;

/// A session as screens list it.
///
/// @param agent what the browser says it is; may be empty
/// @param address the network it came from
/// @param current whether it is the one in which the page is shown
public record SessionLine(long id, String agent, String address, Moment began, Moment seen, boolean current) {

    static List<SessionLine> of(List<StaffSession> sessions, Dates dates, long current) {
        return sessions.stream()
                .map(session -> new SessionLine(
                        session.id(),
                        session.agent(),
                        session.address(),
                        dates.dateAndTime(session.createdAt()),
                        dates.dateAndTime(session.seenAt()),
                        session.id() == current))
                .toList();
    }
}
