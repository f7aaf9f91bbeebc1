package press.rotative.newsroom.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.story.Block;
import press.rotative.story.Difference;
import press.rotative.story.Draft;
import press.rotative.story.Edition;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.Version;

/// What of a translation still stands there in the language of its original.
record TranslationChecks(DSLContext sql, Words words, Edition edition) {

    /// Embeds and tables of figures are alike in every language.
    List<StoryChecks.Check> of(StoryContent content) {
        TranslatedFrom from = content.translatedFrom();
        StoryContent original = from == null ? null : original(from);
        if (original == null) {
            return List.of();
        }
        List<String> same = same(original, content);
        return same.isEmpty()
                ? List.of()
                : List.of(
                        new StoryChecks.Check("warn", words.count("check.untranslated", same.size()), same.getFirst()));
    }

    private @Nullable StoryContent original(TranslatedFrom from) {
        var stories = new Stories(sql);
        Story story = stories.find(from.story()).orElse(null);
        if (story == null || language(new Editions(sql).get(story.edition())).equals(language(edition))) {
            return null;
        }
        return from.version() == 0
                ? stories.draft(story.id()).map(Draft::content).orElse(null)
                : stories.version(story.id(), from.version())
                        .map(Version::content)
                        .orElse(null);
    }

    private static String language(Edition edition) {
        return Tongue.of(edition.language()).language();
    }

    private static List<String> same(StoryContent original, StoryContent content) {
        var same = new ArrayList<String>();
        if (!content.headline().isBlank() && content.headline().equals(original.headline())) {
            same.add("headline");
        }
        if (content.standfirst() != null && content.standfirst().equals(original.standfirst())) {
            same.add("standfirst");
        }
        Map<String, String> texts = new HashMap<>();
        original.body().blocks().forEach(block -> texts.put(block.id(), Difference.text(block)));
        for (Block block : content.body().blocks()) {
            String text = Difference.text(block);
            boolean said = !(block instanceof Block.Embed || block instanceof Block.Table);
            if (said && !text.isBlank() && text.equals(texts.get(block.id()))) {
                same.add("block:" + block.id());
            }
        }
        return same;
    }
}
