package press.rotative.people;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import press.rotative.platform.Problem;

/// The one policy function: who may do what, and where. What is not named here is denied.
public final class Policy {
    private static final Map<Role, Set<Power>> POWERS = new EnumMap<>(Role.class);

    /// What a role may do with its own stories only.
    private static final Map<Role, Set<Power>> OWN = new EnumMap<>(Role.class);

    static {
        Set<Power> writing = EnumSet.of(Power.READ_STORIES, Power.WRITE_STORY, Power.UPLOAD_PICTURE);
        Set<Power> editing = EnumSet.copyOf(writing);
        editing.addAll(EnumSet.of(
                Power.ASSIGN_STORY,
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
        leading.addAll(EnumSet.of(
                Power.KILL,
                Power.DESTROY,
                Power.DESTROY_PICTURE,
                Power.MANAGE_SECTIONS,
                Power.MANAGE_PAGES,
                Power.ARRANGE_MENUS,
                Power.MANAGE_LOOK,
                Power.FETCH_PICTURES));
        POWERS.put(Role.CONTRIBUTOR, EnumSet.of(Power.UPLOAD_PICTURE));
        OWN.put(Role.CONTRIBUTOR, EnumSet.of(Power.READ_STORIES, Power.WRITE_STORY));
        POWERS.put(Role.REPORTER, writing);
        POWERS.put(Role.EDITOR, editing);
        POWERS.put(Role.CHIEF_EDITOR, leading);
        POWERS.put(Role.PICTURE_EDITOR, EnumSet.of(Power.READ_STORIES, Power.UPLOAD_PICTURE, Power.EDIT_PICTURE));
        POWERS.put(Role.MODERATOR, EnumSet.of(Power.READ_STORIES));
        POWERS.put(Role.ADMINISTRATOR, EnumSet.allOf(Power.class));
    }

    private Policy() {}

    /// Whether somebody may do this with a thing that stands there.
    public static boolean allows(Actor actor, Power power, Scope scope) {
        return actor.grants().stream()
                .anyMatch(grant ->
                        grant.covers(scope) && (has(POWERS, grant, power) || scope.own() && has(OWN, grant, power)));
    }

    /// The same as [#require(Actor, Power, Supplier)], told instead of thrown.
    ///
    /// @param scope asked for only when the answer depends on it
    public static boolean allows(Actor actor, Power power, Supplier<Scope> scope) {
        return allowsEverywhere(actor, power) || allowsSomewhere(actor, power) && allows(actor, power, scope.get());
    }

    /// Whether somebody may do this to something: with the right things of theirs, in the right places.
    public static boolean allowsSomewhere(Actor actor, Power power) {
        return actor.grants().stream().anyMatch(grant -> has(POWERS, grant, power) || has(OWN, grant, power));
    }

    /// Whether somebody may do this to everything there is.
    public static boolean allowsEverywhere(Actor actor, Power power) {
        return actor.grants().stream().anyMatch(grant -> grant.edition() == 0 && has(POWERS, grant, power));
    }

    /// Whether somebody may do this to something of an edition: the question before the scope of a thing is read.
    public static boolean reaches(Actor actor, Power power, long edition) {
        return actor.grants().stream()
                .anyMatch(grant -> (grant.edition() == 0 || grant.edition() == edition)
                        && (has(POWERS, grant, power) || has(OWN, grant, power)));
    }

    /// The rights by which somebody may do this to all that stands where they hold.
    public static Set<Grant> grantsOf(Actor actor, Power power) {
        return actor.grants().stream()
                .filter(grant -> has(POWERS, grant, power))
                .collect(Collectors.toSet());
    }

    /// Whether somebody may publish or manage, and so has to show a second factor when signing in.
    public static boolean needsSecondFactor(Actor actor) {
        return Arrays.stream(Power.values()).anyMatch(power -> power.weighty() && allowsSomewhere(actor, power));
    }

    /// For a power over what all editions share.
    ///
    /// @throws Problem FORBIDDEN, naming who may
    public static void require(Actor actor, Power power) {
        if (power.placed()) {
            throw new IllegalArgumentException(power + " holds where it was given: say where");
        }
        requireSomewhere(actor, power);
    }

    /// For what is shown or done only as far as the actor's rights reach.
    ///
    /// @throws Problem FORBIDDEN, naming who may
    public static void requireSomewhere(Actor actor, Power power) {
        if (!allowsSomewhere(actor, power)) {
            throw Problem.forbidden("The role '" + roles(actor) + "' may not do this (" + words(power)
                    + "). Ask somebody whose role is " + rolesWith(power) + ".");
        }
    }

    /// @param scope asked for only when the answer depends on it
    /// @throws Problem FORBIDDEN, naming who may
    public static void require(Actor actor, Power power, Supplier<Scope> scope) {
        requireSomewhere(actor, power);
        if (!allows(actor, power, scope)) {
            throw Problem.forbidden("Your rights (" + roles(actor) + ") do not reach to this: " + words(power)
                    + " is for somebody whose role in this edition and section is " + rolesWith(power) + ".");
        }
    }

    private static boolean has(Map<Role, Set<Power>> powers, Grant grant, Power power) {
        return powers.getOrDefault(grant.role(), Set.of()).contains(power);
    }

    private static String words(Power power) {
        return power.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String roles(Actor actor) {
        return actor.grants().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        actor.grants().stream()
                                .map(grant -> grant.role().label())
                                .distinct()
                                .sorted()
                                .toList());
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
