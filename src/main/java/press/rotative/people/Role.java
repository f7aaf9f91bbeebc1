package press.rotative.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import press.rotative.platform.Problem;

/// What a member of staff is. Rights are given by [Policy] alone.
public enum Role {
    CONTRIBUTOR,
    REPORTER,
    EDITOR,
    CHIEF_EDITOR,
    PICTURE_EDITOR,
    MODERATOR,
    ADMINISTRATOR;

    /// @param name as people write it: `editor`, `chief-editor`
    public static Role named(String name) {
        for (Role role : values()) {
            if (role.label().equals(name.trim().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return role;
            }
        }
        throw Problem.invalid("There is no role '" + name + "'. The roles are: "
                + Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", ")) + ".");
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
