package press.rotative.newsroom.people;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Problem;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.Sections;

/// Where a role can hold, in words, and how a form says which roles somebody has.
///
/// A form has one row a role: the fields `role` (a label, empty: none) and `place` (`edition/section` as row numbers,
/// 0 for all), which belong together by their order.
final class Places {
    private static final String EVERYWHERE = "0/0";

    private final Words words;
    private final Map<String, String> names = new LinkedHashMap<>();

    private Places(Words words) {
        this.words = words;
        names.put(EVERYWHERE, words.say("staff.everywhere"));
    }

    static Places of(DSLContext sql, Words words) {
        var places = new Places(words);
        List<Section> sections = new Sections(sql).all();
        for (Edition edition : new Editions(sql).all()) {
            places.names.put(edition.id().value() + "/0", edition.name());
            sections.stream()
                    .filter(section -> section.edition().equals(edition.id()))
                    .forEach(section -> places.names.put(
                            edition.id().value() + "/" + section.id().value(),
                            words.say("staff.place", edition.name(), section.name())));
        }
        return places;
    }

    /// By the value of a choice, its words; whole newsroom first, then edition by edition.
    List<Map.Entry<String, String>> all() {
        return List.copyOf(names.entrySet());
    }

    /// `Editor (Le Phare, Mer)`, in the order of roles and places.
    List<String> said(Set<Grant> grants, Collator order) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::role))
                .map(this::said)
                .sorted(order::compare)
                .toList();
    }

    private String said(Grant grant) {
        String role = words.say("role." + grant.role().label());
        return grant.edition() == 0
                ? role
                : words.say("staff.role.at", role, names.getOrDefault(value(grant), words.say("staff.place.gone")));
    }

    private static String value(Grant grant) {
        return grant.edition() + "/" + grant.section();
    }

    /// Fills the rows of a form.
    static Form into(Form form, Set<Grant> grants) {
        List<String> roles = new ArrayList<>();
        List<String> places = new ArrayList<>();
        grants.stream()
                .sorted(Comparator.comparing(Grant::role)
                        .thenComparing(Grant::edition)
                        .thenComparing(Grant::section))
                .forEach(grant -> {
                    roles.add(grant.role().label());
                    places.add(value(grant));
                });
        return form.with("role", roles).with("place", places);
    }

    /// @throws Problem INVALID for a role or a place that is none
    Set<Grant> read(Form form) {
        List<String> roles = form.values("role");
        List<String> places = form.values("place");
        Set<Grant> grants = new HashSet<>();
        for (int row = 0; row < roles.size() && row < places.size(); row++) {
            if (!roles.get(row).isEmpty()) {
                grants.add(grant(Role.named(roles.get(row)), places.get(row)));
            }
        }
        return grants;
    }

    private Grant grant(Role role, String place) {
        if (!names.containsKey(place)) {
            throw Problem.invalid("This edition or section is not there any more.")
                    .as("problem.staff.place");
        }
        if (role == Role.ADMINISTRATOR && !place.equals(EVERYWHERE)) {
            throw Problem.invalid("An administrator's rights are for the whole newsroom, not for one edition.")
                    .as("problem.staff.administrator");
        }
        String[] numbers = place.split("/");
        return new Grant(role, Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /// The rows of a form that asks for roles.
    ///
    /// @param rows those that were filled in, and two more
    record Choice(List<Row> rows, List<Map.Entry<String, String>> roles, List<Map.Entry<String, String>> places) {}

    /// @param role label; empty: none yet
    record Row(int number, String role, String place) {}

    Choice choice(Form form) {
        List<String> roles = form.values("role");
        List<String> places = form.values("place");
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < roles.size() && row < places.size(); row++) {
            if (!roles.get(row).isEmpty()) {
                rows.add(new Row(rows.size() + 1, roles.get(row), places.get(row)));
            }
        }
        int filled = rows.size();
        for (int more = 1; more <= (filled == 0 ? 1 : 2); more++) {
            rows.add(new Row(filled + more, "", EVERYWHERE));
        }
        List<Map.Entry<String, String>> labels = new ArrayList<>();
        for (Role role : Role.values()) {
            labels.add(Map.entry(role.label(), words.say("role." + role.label())));
        }
        return new Choice(List.copyOf(rows), labels, all());
    }
}
