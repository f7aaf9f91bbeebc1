package press.rotative.people;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import press.rotative.platform.Problem;

/// The one policy function: which role may do what. What is not named here is denied.
public final class Policy {
    private static final Map<Role, Set<Power>> POWERS = new EnumMap<>(Role.class);

    static {
        Set<Power> writing = EnumSet.of(Power.READ_STORIES, Power.WRITE_STORY, Power.UPLOAD_PICTURE);
        Set<Power> editing = EnumSet.copyOf(writing);
        editing.addAll(EnumSet.of(
                Power.PUBLISH,
                Power.CORRECT,
                Power.MOVE_STORY,
                Power.WITHHOLD,
                Power.RELEASE,
                Power.EDIT_PICTURE,
                Power.ARRANGE_FRONT,
                Power.MANAGE_CONCEPTS,
                Power.MANAGE_AUTHORS,
                Power.IMPORT));
        Set<Power> leading = EnumSet.copyOf(editing);
        leading.addAll(EnumSet.of(Power.KILL, Power.DESTROY, Power.MANAGE_SECTIONS));
        POWERS.put(Role.CONTRIBUTOR, writing);
        POWERS.put(Role.REPORTER, writing);
        POWERS.put(Role.EDITOR, editing);
        POWERS.put(Role.CHIEF_EDITOR, leading);
        POWERS.put(Role.PICTURE_EDITOR, EnumSet.of(Power.READ_STORIES, Power.UPLOAD_PICTURE, Power.EDIT_PICTURE));
        POWERS.put(Role.MODERATOR, EnumSet.of(Power.READ_STORIES));
        POWERS.put(Role.ADMINISTRATOR, EnumSet.allOf(Power.class));
    }

    private Policy() {}

    public static boolean allows(Actor actor, Power power) {
        return POWERS.getOrDefault(actor.role(), Set.of()).contains(power);
    }

    /// @throws Problem FORBIDDEN, naming who may
    public static void require(Actor actor, Power power) {
        if (!allows(actor, power)) {
            throw Problem.forbidden("The role '" + actor.role().label() + "' may not do this ("
                    + power.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + "). Ask somebody whose role is " + rolesWith(power) + ".");
        }
    }

    private static String rolesWith(Power power) {
        return String.join(
                " or ",
                POWERS.entrySet().stream()
                        .filter(each -> each.getValue().contains(power))
                        .map(each -> each.getKey().label())
                        .toList());
    }
}
