package press.rotative.newsroom;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Member;
import press.rotative.people.signin.StaffSession;
import press.rotative.platform.Problem;

/// One request to the newsroom: who is there, as far as they have come in. Filled by the [Guard].
@RequestScoped
public class Visit {
    private @Nullable Member member;
    private @Nullable StaffSession session;

    void enter(Member member, StaffSession session) {
        this.member = member;
        this.session = session;
    }

    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    /// Also one in which the second factor is still to be shown.
    public Optional<StaffSession> session() {
        return Optional.ofNullable(session);
    }

    /// Who is there, where the guard lets only the staff in.
    public Member person() {
        return member().orElseThrow(
                        () -> new Problem(Problem.Category.UNAUTHENTICATED, "Sign in first.").as("problem.sign.in"));
    }
}
