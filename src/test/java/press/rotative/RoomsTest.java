package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rooms of the program and who may enter which: imports point down only, and each room keeps to its own sign.
class RoomsTest {
    /// From the ground up. A room imports rooms of lower floors only.
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("platform"),
            Set.of("people", "publication", "language"),
            Set.of("jobs", "nodes"),
            Set.of("media", "address"),
            Set.of("story"),
            Set.of("wire", "search", "webhooks"),
            Set.of("site", "api"),
            Set.of("newsroom"));

    /// The one step to a neighbour: the chain of staff acts is the publication log's chain.
    private static final Map<String, String> NEIGHBOUR = Map.of("people", "publication");

    /// The composition edge imports all and is imported by nobody.
    private static final Set<String> EDGE = Set.of("", "backup", "command", "fill", "sample");

    private static final Path SOURCES = Path.of("src/main/java/press/rotative");
    private static final Pattern SIGN =
            Pattern.compile("(?s)May import\\W*(.*?)(?=\\n(?!///)|\\. [A-Z]|\\.\\n|///\\s*\\n)");

    @Test
    void every_room_has_a_floor() {
        Set<String> unknown = new TreeSet<>(imports().keySet());
        unknown.removeAll(EDGE);
        FLOORS.forEach(unknown::removeAll);
        assertEquals(Set.of(), unknown, "rooms that stand on no floor");
    }

    @Test
    void every_room_on_a_floor_is_there() throws IOException {
        Set<String> missing = new TreeSet<>(EDGE);
        FLOORS.forEach(missing::addAll);
        missing.remove("");
        missing.removeAll(roomsOnDisk());
        assertEquals(Set.of(), missing, "rooms of which only the name is left");
    }

    @Test
    void imports_point_down_only() {
        List<String> wrong = new ArrayList<>();
        imports().forEach((room, imported) -> {
            if (!EDGE.contains(room)) {
                imported.stream()
                        .filter(other -> !mayImport(room, other))
                        .forEach(other -> wrong.add(room + " imports " + other + ": " + witness(room, other)));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_two_rooms_import_each_other_on_any_way() {
        Map<String, Set<String>> imports = imports();
        for (String room : imports.keySet()) {
            if (!EDGE.contains(room)) {
                assertTrue(!reachable(room, imports).contains(room), "the room " + room + " is part of a cycle");
            }
        }
    }

    @Test
    void every_room_has_its_sign_on_the_door() throws IOException {
        List<String> unsigned = new ArrayList<>();
        for (String room : roomsOnDisk()) {
            if (!Files.exists(SOURCES.resolve(room).resolve("package-info.java"))) {
                unsigned.add(room);
            }
        }
        assertEquals(List.of(), unsigned);
    }

    @Test
    void every_room_keeps_to_its_own_sign() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : imports().entrySet()) {
            String room = entry.getKey();
            if (EDGE.contains(room)) {
                continue;
            }
            Set<String> signed = signed(room);
            signed.stream()
                    .filter(other -> !mayImport(room, other))
                    .forEach(other ->
                            wrong.add("the sign of " + room + " allows " + other + ", which is no floor below"));
            entry.getValue().stream()
                    .filter(other -> !signed.contains(other))
                    .forEach(other ->
                            wrong.add(room + " imports " + other + " against its sign: " + witness(room, other)));
        }
        assertEquals(List.of(), wrong);
    }

    /// The storages of stories are open to the folders of acts beside them, and to nobody else. A filing may name an
    /// author or a concept that its story brings along: `add` is the door for that.
    @Test
    void rows_of_stories_are_written_in_their_own_room_only() {
        List<String> wrong = ProgramClasses.ALL.stream()
                .filter(type -> !room(type).equals("story"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().equals("press.rotative.story"))
                .filter(call -> call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.getFullName().equals("press.rotative.platform.Transaction")))
                .filter(call -> !call.getName().equals("add"))
                .map(Object::toString)
                .toList();
        assertEquals(List.of(), wrong);
    }

    /// Drafts are never found on the public site: what serves it cannot name the newsroom's own index.
    @Test
    void the_newsrooms_search_is_unknown_to_the_site_and_the_api() {
        List<String> wrong = ProgramClasses.ALL.stream()
                .filter(type -> Set.of("site", "api").contains(room(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getSimpleName().startsWith("Staff")
                                && room(dependency.getTargetClass()).equals("search"))
                .map(Dependency::getDescription)
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static boolean mayImport(String room, String other) {
        return floor(other) >= 0 && floor(other) < floor(room) || other.equals(NEIGHBOUR.get(room));
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }

    /// From each room to the other rooms it imports.
    private static Map<String, Set<String>> imports() {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : ProgramClasses.ALL) {
            Set<String> imported = imports.computeIfAbsent(room(type), room -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("press.rotative")
                        && !room(target).equals(room(type))) {
                    imported.add(room(target));
                }
            }
        }
        return imports;
    }

    private static String witness(String room, String other) {
        return ProgramClasses.ALL.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("press.rotative"))
                .filter(dependency ->
                        room(dependency.getTargetClass().getBaseComponentType()).equals(other))
                .map(Dependency::getDescription)
                .findFirst()
                .orElse("");
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> imports) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(imports.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String room = open.removeLast();
            if (seen.add(room)) {
                open.addAll(imports.getOrDefault(room, Set.of()));
            }
        }
        return seen;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("press.rotative")
                ? ""
                : name.substring("press.rotative.".length()).split("\\.")[0];
    }

    private static Set<String> roomsOnDisk() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .filter(RoomsTest::holdsSources)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean holdsSources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /// The rooms named after "May import" on the sign.
    private static Set<String> signed(String room) throws IOException {
        Path door = SOURCES.resolve(room).resolve("package-info.java");
        if (!Files.exists(door)) {
            return Set.of(); // said by another test
        }
        Matcher sign = SIGN.matcher(Files.readString(door));
        assertTrue(sign.find(), "the sign of " + room + " does not say which rooms it may import (May import: ...)");
        Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return Pattern.compile("[a-z]+")
                .matcher(sign.group(1))
                .results()
                .map(found -> found.group())
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
