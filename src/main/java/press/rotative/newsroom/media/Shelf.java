package press.rotative.newsroom.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.Pictures;

/// A piece of the library, the newest pictures first. They are looked at one by one, so many at most; where these
/// are used up the shelf says how it goes on. So it costs the same over any library.
///
/// @param next where it goes on; null: it ends here
record Shelf(List<Picture> pictures, @Nullable Long next) {
    private static final int CHUNK = 500;
    private static final int MOST_WALKED = 4_000;

    Shelf {
        pictures = List.copyOf(pictures);
    }

    static Shelf of(DSLContext sql, LibraryQuery query, Instant now, int limit) {
        var pictures = new Pictures(sql);
        var finder = new WordFinder(query.words());
        var found = new ArrayList<Picture>();
        long before = query.before() == null ? Long.MAX_VALUE : query.before();
        int chunk = limit + 1;
        for (int walked = 0; walked < MOST_WALKED; walked += chunk) {
            chunk = walked == 0 ? limit + 1 : CHUNK;
            List<Picture> row = pictures.before(before, chunk);
            for (Picture picture : row) {
                if (query.fits(picture, RightsState.of(picture, now), finder)) {
                    if (found.size() == limit) {
                        return new Shelf(found, found.getLast().id().value());
                    }
                    found.add(picture);
                }
                before = picture.id().value();
            }
            if (row.size() < chunk) {
                return new Shelf(found, null);
            }
        }
        return new Shelf(found, before);
    }
}
