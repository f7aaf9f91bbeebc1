package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.site.Foresight;
import press.rotative.site.NamedPage;

/// The pages that a decision can change, by name, as many as fit its page.
///
/// @param pages those that people read
/// @param machines feeds, sitemaps and the like
/// @param more how many there are beyond those that are shown; null: none
public record Effects(
        List<Row> pages, List<Row> machines, @Nullable String more) {
    private static final int MOST = 40;

    static final Effects NONE = new Effects(List.of(), List.of(), null);

    public Effects {
        pages = List.copyOf(pages);
        machines = List.copyOf(machines);
    }

    /// @param kind what stands there, in the language of the screen
    /// @param name in a language of its own; empty: the kind says all
    /// @param below how the paths of many pages begin
    public record Row(String kind, String name, String language, String direction, String path, boolean below) {}

    static Effects of(Words words, Foresight foresight) {
        var pages = new ArrayList<Row>();
        var machines = new ArrayList<Row>();
        int more = foresight.more();
        for (NamedPage page : foresight.pages()) {
            List<Row> rows = page.kind().forMachines() ? machines : pages;
            if (rows.size() < MOST) {
                rows.add(row(words, page));
            } else {
                more++;
            }
        }
        return new Effects(pages, machines, more == 0 ? null : words.count("story.effects.more", more));
    }

    static Row row(Words words, NamedPage page) {
        return new Row(
                words.say("page.kind."
                        + page.kind().name().toLowerCase(Locale.ROOT).replace('_', '.')),
                page.name(),
                page.language(),
                page.direction(),
                page.path(),
                page.below());
    }

    public boolean none() {
        return pages.isEmpty() && machines.isEmpty();
    }
}
