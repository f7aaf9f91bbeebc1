package press.rotative.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Found;
import press.rotative.search.Marks;
import press.rotative.search.Narrowing;
import press.rotative.search.Question;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;

/// What the index found, held against the tables: stories that nobody may read any more are dropped before a page is
/// counted, and a spelling is believed only when a story of now holds the word.
final class FoundStories {
    private static final int TRIES = 3;

    private final Finder finder;
    private final Newsstand newsstand;

    FoundStories(Finder finder, Newsstand newsstand) {
        this.finder = finder;
        this.newsstand = newsstand;
    }

    Snapshot.Found found(Question question) {
        return found(question, finder::find);
    }

    private Snapshot.Found found(Question question, Function<Question, Found> ask) {
        Found first = ask.apply(question.page(question.after(), question.most() + 1));
        var usable = new ArrayList<LiveStory>();
        var keys = new ArrayList<String>();
        long dropped = 0;
        Found each = first;
        for (int tries = 0; tries < TRIES && !each.hits().isEmpty(); tries++) {
            Map<StoryId, LiveStory> here = newsstand.stories(each.ids());
            for (Found.Hit hit : each.hits()) {
                LiveStory story = here.get(hit.story());
                if (story == null || !story.edition().equals(question.edition())) {
                    dropped++;
                } else {
                    usable.add(story);
                    keys.add(hit.key());
                }
            }
            if (usable.size() > question.most() || each.hits().size() <= question.most()) {
                break;
            }
            each = ask.apply(question.page(each.hits().getLast().key(), question.most() + 1));
        }
        boolean more = usable.size() > question.most();
        List<LiveStory> page = more ? usable.subList(0, question.most()) : usable;
        return new Snapshot.Found(
                Math.max(page.size(), first.total() - dropped),
                first.many(),
                first.counts(),
                page,
                more ? keys.get(question.most() - 1) : null,
                spelled(question, first),
                first.alone());
    }

    /// A story that nobody may read any more is told from the first page only, as in [#found].
    Snapshot.Counted counted(Edition edition, String asked) {
        var question = new Question(
                edition.id(),
                edition.language(),
                asked,
                Narrowing.NONE,
                Question.Order.DATE,
                null,
                1,
                LocalDate.EPOCH,
                edition.timeZone());
        Snapshot.Found found = found(question, finder::count);
        return new Snapshot.Counted(found.total(), found.many());
    }

    private @Nullable String spelled(Question question, Found found) {
        var text = new StringBuilder(question.asked());
        boolean changed = false;
        for (Found.Instead instead : found.spelling().reversed()) {
            Optional<String> written = written(instead, question.language());
            if (written.isPresent() && instead.to() <= text.length()) {
                text.replace(instead.from(), instead.to(), written.get());
                changed = true;
            }
        }
        return changed ? text.toString() : null;
    }

    /// As the first story that holds the word writes it.
    private Optional<String> written(Found.Instead instead, String language) {
        Map<StoryId, LiveStory> here = newsstand.stories(instead.witnesses());
        return instead.witnesses().stream()
                .filter(here::containsKey)
                .map(here::get)
                .flatMap(story -> texts(story.content()).stream())
                .map(text -> Marks.written(text, instead.like(), language))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> texts(StoryContent content) {
        var texts = new ArrayList<String>();
        texts.add(content.headline());
        if (content.standfirst() != null) {
            texts.add(content.standfirst());
        }
        texts.addAll(Passages.of(content.body()));
        return texts;
    }
}
