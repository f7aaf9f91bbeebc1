package press.rotative.story.writing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Puts together how two people ordered the blocks of a story: the order that stands there, with what the writer moved
/// and added at the places they gave it.
final class OrderMerge {
    private OrderMerge() {}

    static List<String> of(List<String> base, List<String> mine, List<String> theirs) {
        Set<String> moved = moved(base, mine);
        var result = new ArrayList<>(new LinkedHashSet<>(theirs));
        result.removeIf(moved::contains);
        var before = new HashSet<>(base);
        for (int i = 0; i < mine.size(); i++) {
            String id = mine.get(i);
            if (!result.contains(id)) {
                result.add(place(mine, i, result, before), id);
            }
        }
        return result;
    }

    /// Blocks that were there and now stand elsewhere among those that were there.
    private static Set<String> moved(List<String> base, List<String> mine) {
        List<String> was = base.stream().filter(mine::contains).toList();
        List<String> is = mine.stream().filter(base::contains).toList();
        var moved = new HashSet<String>();
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
            moved.addAll(delta.getTarget().getLines());
        }
        return moved;
    }

    /// Behind the nearest block before it that is there, and behind what others added at that place.
    private static int place(List<String> mine, int index, List<String> result, Set<String> before) {
        int at = 0;
        for (int i = index - 1; i >= 0; i--) {
            int found = result.indexOf(mine.get(i));
            if (found >= 0) {
                at = found + 1;
                break;
            }
        }
        while (at < result.size() && !before.contains(result.get(at)) && !mine.contains(result.get(at))) {
            at++;
        }
        return at;
    }
}
