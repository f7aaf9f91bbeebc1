package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.site.Foresight;

/// The pages that a decision can change, as many as fit its page.
///
/// @param more how many there are beyond those that are shown; null: none
record Effects(List<String> shown, @Nullable String more) {
    private static final int MOST = 12;

    static final Effects NONE = new Effects(List.of(), null);

    Effects {
        shown = List.copyOf(shown);
    }

    static Effects of(Words words, Foresight foresight) {
        List<String> all = all(words, foresight);
        int shown = Math.min(MOST, all.size());
        return new Effects(
                all.subList(0, shown),
                shown < all.size() ? words.count("story.effects.more", all.size() - shown) : null);
    }

    /// How many there are.
    static int count(Foresight foresight) {
        return foresight.pages().size() + foresight.beginnings().size();
    }

    private static List<String> all(Words words, Foresight foresight) {
        var all = new ArrayList<>(foresight.pages());
        foresight.beginnings().forEach(each -> all.add(words.say("story.effects.below", each)));
        return all;
    }
}
