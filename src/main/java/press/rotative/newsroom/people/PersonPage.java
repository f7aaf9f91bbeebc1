package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Member;

/// One of the people of the newsroom, as whoever manages them sees them.
///
/// @param you whether it is who looks
/// @param factor what they show besides the password, in words
/// @param seen null: never
/// @param suspended since when; null: they may come in
public record PersonPage(
        Shell shell,
        Form form,
        Member member,
        boolean you,
        Places.Choice choice,
        String factor,
        boolean hasFactor,
        Moment joined,
        @Nullable Moment seen,
        @Nullable Moment suspended,
        List<SessionLine> sessions) {

    public PersonPage {
        sessions = List.copyOf(sessions);
    }

    public String path() {
        return "/newsroom/staff/" + member.id();
    }
}
