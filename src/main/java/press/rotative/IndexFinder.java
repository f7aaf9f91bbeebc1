package press.rotative;

import press.rotative.search.Found;
import press.rotative.search.SearchIndex;
import press.rotative.site.Finder;
import press.rotative.story.EditionId;

/// Lets the site ask the search index.
record IndexFinder(SearchIndex index) implements Finder {

    @Override
    public long cursor() {
        return index.cursor();
    }

    @Override
    public Hits find(EditionId edition, String asked, int most) {
        Found found = index.find(edition, asked, most);
        return new Hits(found.cursor(), found.total(), found.ids());
    }
}
