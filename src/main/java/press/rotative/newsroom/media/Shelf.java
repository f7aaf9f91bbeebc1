package press.rotative.newsroom.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureWords;
import press.rotative.media.Pictures;

/// A piece of the library, the newest pictures first. So many are looked at for their words, and so many read, at most;
/// where these are used up the shelf says how it goes on, so it costs the same over any library.
///
/// @param next where it goes on; null: it ends here
record Shelf(List<Picture> pictures, @Nullable Long next) {
    private static final int CHUNK = 500;
    private static final int LOOKED_AT_ONCE = 2_000;
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int MOST_READ = 4_000;

    Shelf {
        pictures = List.copyOf(pictures);
    }

    static Shelf of(DSLContext sql, LibraryQuery query, Instant now, int limit) {
        var pictures = new Pictures(sql);
        var words = PictureWords.typed(query.words());
        var found = new ArrayList<Picture>();
        Long before = query.before() == null ? Long.MAX_VALUE : query.before();
        int looked = 0;
        int read = 0;
        while (before != null && looked < MOST_LOOKED_AT && read < MOST_READ) {
            int most = read == 0 ? limit + 1 : CHUNK;
            Pictures.Piece piece = pictures.before(before, words, LOOKED_AT_ONCE, most);
            for (Picture picture : piece.pictures()) {
                if (query.fits(picture, RightsState.of(picture, now))) {
                    if (found.size() == limit) {
                        return new Shelf(found, found.getLast().id().value());
                    }
                    found.add(picture);
                }
            }
            looked += piece.looked();
            read += most;
            before = piece.next();
        }
        return new Shelf(found, before);
    }
}
