package press.rotative;

import java.util.List;
import press.rotative.search.Found;
import press.rotative.search.Kin;
import press.rotative.search.Likeness;
import press.rotative.search.Question;
import press.rotative.search.SearchIndex;
import press.rotative.site.Finder;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// Lets the site ask the search index.
record IndexFinder(SearchIndex index) implements Finder {

    @Override
    public long cursor() {
        return index.cursor();
    }

    @Override
    public Found find(Question question) {
        return index.find(question);
    }

    @Override
    public Found count(Question question) {
        return index.count(question);
    }

    @Override
    public Likeness related(Kin kin, int most) {
        return index.related(kin, most);
    }

    @Override
    public Likeness again(Likeness before) {
        return index.again(before);
    }

    @Override
    public boolean isStill(Likeness likeness, long cursor, long laterCursor) {
        return index.isStill(likeness, cursor, laterCursor);
    }

    @Override
    public List<StoryId> beginning(EditionId edition, String language, String typed, int most) {
        return index.beginning(edition, language, typed, most);
    }
}
