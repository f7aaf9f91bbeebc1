package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Shell;

/// The people of the newsroom as the screen lists them.
///
/// @param here those who may come in; else those who are suspended
/// @param next address of the rest of the list; null: this is all
public record StaffPage(
        Shell shell,
        boolean here,
        List<Person> people,
        @Nullable String next) {

    public StaffPage {
        people = List.copyOf(people);
    }

    /// @param seen when they last asked for anything; null: never
    /// @param you whether it is who looks
    public record Person(
            long id,
            String name,
            String email,
            List<String> roles,
            @Nullable Moment seen,
            boolean you) {
        public Person {
            roles = List.copyOf(roles);
        }
    }
}
