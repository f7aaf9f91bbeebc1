package press.rotative.story.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;

/// Two to five writers in one story: answers come late, twice, out of order or never, browsers crash, the server goes
/// down and comes back, somebody publishes in between. Every word ever typed must be in the draft, in a difference that
/// waits for a decision, or taken out by somebody who saw it; and in the end all see the same.
///
/// The seeds follow each other, so a failure is repeated by its number. The long form:
/// `mvn test -Dtest=WritersSimulationTest -Drotative.writers.runs=10000`.
@Tag("long")
class WritersSimulationTest {
    private static final int RUNS = Integer.getInteger("rotative.writers.runs", 25);
    private static final long FIRST = Long.getLong("rotative.writers.seed", 1);
    private static final int STEPS = 120;

    @TempDir
    static Path folder;

    private static Press press;
    private static EditionId edition;
    private static int restarts;

    @BeforeAll
    static void begin() {
        open();
        edition = Cast.lePhare(press);
    }

    private static void open() {
        press = Press.open(folder, Optional.empty(), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        press.close();
    }

    @Test
    void no_word_is_lost_and_in_the_end_all_see_the_same() {
        int conflicts = 0;
        for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
            conflicts += new Run(seed).toItsEnd();
        }
        assertTrue(restarts > 0, "the server never went down");
        assertTrue(conflicts > 0, "no two writers ever wrote in the same place: the simulation is too tame");
    }

    @Test
    void a_merge_that_forgets_one_writer_is_found_out() {
        assertTrue(new Run(FIRST) {
                    @Override
                    SimulatedWriter.Save onTheWay(SimulatedWriter.Save save) {
                        return new SimulatedWriter.Save(
                                save.key(),
                                save.seen(),
                                save.changes().stream()
                                        .filter(change ->
                                                !change.part().startsWith(Parts.BLOCK) || change.mine() == null)
                                        .toList());
                    }
                }.lost().size()
                > 0);
    }

    /// Something under way between a writer and the server.
    private record Letter(
            int writer,
            SimulatedWriter.@Nullable Save save,
            @Nullable Standing answer,
            int arrives) {}

    private static class Run {
        private final long seed;
        private final Random random;
        private final Set<String> typed = new HashSet<>();
        private final Set<String> deleted = new HashSet<>();
        private final List<SimulatedWriter> writers = new ArrayList<>();
        private final List<Letter> underWay = new ArrayList<>();
        private final Map<Integer, Integer> sentAt = new HashMap<>();
        private final StoryId story;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            story = press.acts()
                    .perform(new CreateStory(Cast.editor(), edition, Cast.brief("Le ferry", "Au début."), null, false))
                    .value()
                    .story();
            int many = 2 + random.nextInt(4);
            for (int i = 0; i < many; i++) {
                var writer = new SimulatedWriter("" + (char) ('a' + i), new Random(seed * 31 + i), typed, deleted);
                writer.hear(standing(""), null);
                writers.add(writer);
            }
        }

        /// What is lost between the browser and the server; nothing is.
        SimulatedWriter.Save onTheWay(SimulatedWriter.Save save) {
            return save;
        }

        int toItsEnd() {
            Set<String> lost = lost();
            assertEquals(Set.of(), lost, "lost in the run of seed " + seed);
            Standing end = standing("");
            for (SimulatedWriter writer : writers) {
                Parts server = Parts.of(end.content());
                for (String part : server.names()) {
                    assertEquals(server.get(part), writer.screen().get(part), part + " in the run of seed " + seed);
                }
                assertEquals(server.names().size(), writer.screen().size(), "the run of seed " + seed);
            }
            return end.conflicts().size();
        }

        Set<String> lost() {
            for (int step = 0; step < STEPS; step++) {
                step(step);
            }
            quiet();
            Standing end = standing("");
            var kept = new HashSet<String>(SimulatedWriter.words(end.content().headline()));
            Parts parts = Parts.of(end.content());
            for (String part : parts.names()) {
                var node = parts.get(part);
                kept.addAll(SimulatedWriter.words(
                        node == null ? "" : node.path("text").asText()));
            }
            end.conflicts().forEach(conflict -> {
                var mine = conflict.mine();
                if (mine != null) {
                    kept.addAll(SimulatedWriter.words(
                            mine.isTextual() ? mine.asText() : mine.path("text").asText()));
                }
            });
            var lost = new TreeSet<>(typed);
            lost.removeAll(deleted);
            lost.removeAll(kept);
            return lost;
        }

        private void step(int now) {
            int who = random.nextInt(writers.size());
            SimulatedWriter writer = writers.get(who);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> writer.write();
                case 5, 6 -> send(who, now);
                case 7 -> ask(who, now);
                case 8 -> {
                    if (random.nextInt(12) == 0) {
                        publish();
                    } else if (random.nextInt(60) == 0) {
                        restart();
                    }
                }
                default -> {
                    // a crash: the window opens again with what the browser kept, and sends what was not answered
                    if (writer.underWay != null) {
                        post(new Letter(who, writer.underWay, null, now + random.nextInt(8)));
                    }
                }
            }
            Integer sent = sentAt.get(who);
            if (writer.underWay != null && sent != null && now - sent > 15) {
                sentAt.put(who, now);
                post(new Letter(who, writer.underWay, null, now + random.nextInt(8))); // no answer came: again
            }
            deliver(now);
        }

        private void send(int who, int now) {
            SimulatedWriter writer = writers.get(who);
            if (writer.underWay == null && writer.dirty()) {
                sentAt.put(who, now);
                post(new Letter(who, writer.save(), null, now + random.nextInt(12)));
            }
        }

        private void ask(int who, int now) {
            SimulatedWriter writer = writers.get(who);
            if (writer.underWay == null) {
                post(new Letter(who, null, standing(writer.tag()), now));
            }
        }

        /// One in eight letters is lost, one in eight arrives twice.
        private void post(Letter letter) {
            int fate = random.nextInt(8);
            if (fate != 0) {
                underWay.add(letter);
            }
            if (fate == 1) {
                underWay.add(new Letter(letter.writer(), letter.save(), letter.answer(), letter.arrives() + 9));
            }
        }

        private void deliver(int now) {
            List<Letter> arrived =
                    underWay.stream().filter(letter -> letter.arrives() <= now).toList();
            underWay.removeAll(arrived);
            for (Letter letter : arrived) {
                if (letter.answer() != null) {
                    if (letter.save() != null || writers.get(letter.writer()).underWay == null) {
                        writers.get(letter.writer()).hear(letter.answer(), letter.save());
                    }
                } else if (letter.save() != null) {
                    post(new Letter(
                            letter.writer(),
                            letter.save(),
                            saved(letter.writer(), letter.save()),
                            now + random.nextInt(12)));
                }
            }
        }

        private Standing saved(int who, SimulatedWriter.Save save) {
            SimulatedWriter.Save sent = onTheWay(save);
            return press.acts()
                    .perform(new SaveParts(
                            new Actor(100 + who, Role.REPORTER), story, sent.key(), sent.seen(), sent.changes()))
                    .value();
        }

        private void publish() {
            StoryContent now = standing("").content();
            if (!now.headline().isBlank()) {
                press.acts().perform(new PublishStory(Cast.editor(), story, null, null, true));
            }
        }

        /// The server goes down with what it had in memory, and with all that had not reached it.
        private void restart() {
            press.close();
            open();
            restarts++;
            underWay.removeIf(letter -> letter.answer() == null);
        }

        private Standing standing(String seen) {
            return press.database().read(sql -> Standing.of(sql, story, seen));
        }

        /// The network is well again, and everybody waits for everybody.
        private void quiet() {
            underWay.clear();
            for (int round = 0; round < 6; round++) {
                for (int who = 0; who < writers.size(); who++) {
                    SimulatedWriter writer = writers.get(who);
                    if (writer.underWay == null && writer.dirty()) {
                        writer.save();
                    }
                    if (writer.underWay != null) {
                        writer.hear(saved(who, writer.underWay), writer.underWay);
                    }
                    writer.hear(standing(writer.tag()), null);
                }
            }
        }
    }
}
