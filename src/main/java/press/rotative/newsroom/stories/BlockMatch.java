package press.rotative.newsroom.stories;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.Body;

/// Finds again which block of the text before each block of a form is, so that it keeps its id: the same words first,
/// wherever they stand now; then, between these, what was changed in its place or is most alike. What is left is new.
public final class BlockMatch {
    private static final double ALIKE = 0.3;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LETTERS_OF_ID = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Block> before;
    private final List<String> beforeSources;
    private final List<MarkedBlocks.Read> after;
    private final @Nullable Block[] found;
    private final Set<Integer> used = new HashSet<>();

    private BlockMatch(Body before, List<MarkedBlocks.Read> after) {
        this.before = before.blocks();
        this.beforeSources = this.before.stream().map(MarkedBlocks::write).toList();
        this.after = after;
        this.found = new Block[after.size()];
    }

    /// @param before the body that the writer saw
    /// @throws Problem INVALID for a line that names a block which is not there, or one twice
    public static Body of(Body before, String source) {
        return new BlockMatch(before, MarkedBlocks.read(source)).body();
    }

    private Body body() {
        named();
        List<AbstractDelta<String>> deltas = deltas();
        unchanged(deltas);
        moved();
        changed(deltas);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < found.length; i++) {
            Block block = found[i];
            blocks.add(block != null ? block : written(i).withId(coined()));
        }
        return new Body(blocks);
    }

    private Block written(int i) {
        return ((MarkedBlocks.Read.Written) after.get(i)).block();
    }

    private void named() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i).id(), i);
        }
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i) instanceof MarkedBlocks.Read.Kept(String id)) {
                Integer place = places.get(id);
                if (place == null || !used.add(place)) {
                    throw Problem.invalid("The line [[" + id + "]] stands for a part that is not in this story, or "
                                    + "stands there twice.")
                            .as("problem.story.kept", id);
                }
                found[i] = before.get(place);
            }
        }
    }

    private List<AbstractDelta<String>> deltas() {
        List<String> now = after.stream()
                .map(each -> switch (each) {
                    case MarkedBlocks.Read.Written written -> written.source();
                    case MarkedBlocks.Read.Kept kept -> "[[" + kept.id() + "]]";
                })
                .toList();
        List<String> then = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            then.add(used.contains(i) ? "[[" + before.get(i).id() + "]]" : beforeSources.get(i));
        }
        return DiffUtils.diff(then, now, true).getDeltas();
    }

    private void unchanged(List<AbstractDelta<String>> deltas) {
        for (AbstractDelta<String> delta : deltas) {
            switch (delta.getType()) {
                case EQUAL -> {
                    for (int i = 0; i < delta.getSource().size(); i++) {
                        keep(
                                delta.getSource().getPosition() + i,
                                delta.getTarget().getPosition() + i);
                    }
                }
                case CHANGE, DELETE, INSERT -> {}
            }
        }
    }

    private void keep(int was, int is) {
        if (found[is] == null && used.add(was)) {
            found[is] = written(is).withId(before.get(was).id());
        }
    }

    private void moved() {
        Map<String, Integer> left = new HashMap<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!used.contains(i)) {
                left.put(beforeSources.get(i), i);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (found[i] == null) {
                Integer place = left.remove(((MarkedBlocks.Read.Written) after.get(i)).source());
                if (place != null) {
                    keep(place, i);
                }
            }
        }
    }

    private void changed(List<AbstractDelta<String>> deltas) {
        for (AbstractDelta<String> delta : deltas) {
            List<Integer> were =
                    free(delta.getSource().getPosition(), delta.getSource().size());
            List<Integer> are = new ArrayList<>();
            for (int i = 0; i < delta.getTarget().size(); i++) {
                if (found[delta.getTarget().getPosition() + i] == null) {
                    are.add(delta.getTarget().getPosition() + i);
                }
            }
            if (were.size() == are.size()) {
                for (int i = 0; i < are.size(); i++) {
                    keep(were.get(i), are.get(i));
                }
            } else {
                are.forEach(is -> mostAlike(were, is));
            }
        }
    }

    private List<Integer> free(int from, int count) {
        var free = new ArrayList<Integer>();
        for (int i = from; i < from + count; i++) {
            if (!used.contains(i)) {
                free.add(i);
            }
        }
        return free;
    }

    private void mostAlike(List<Integer> were, int is) {
        String now = ((MarkedBlocks.Read.Written) after.get(is)).source();
        int best = -1;
        double alike = ALIKE;
        for (int was : were) {
            double each = used.contains(was) ? 0 : alike(beforeSources.get(was), now);
            if (each > alike) {
                best = was;
                alike = each;
            }
        }
        if (best >= 0) {
            keep(best, is);
        }
    }

    /// Of the words of both, how many stand in both.
    private static double alike(String one, String other) {
        Set<String> left = words(one);
        Set<String> right = words(other);
        var both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / Math.max(1, left.size() + right.size() - both.size());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).collect(Collectors.toSet());
    }

    /// As a save of parts wants the ids of new blocks.
    private static String coined() {
        var id = new StringBuilder("n");
        for (int i = 0; i < LETTERS_OF_ID; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
