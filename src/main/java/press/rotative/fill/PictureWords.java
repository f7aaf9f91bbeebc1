package press.rotative.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import press.rotative.media.PictureDescription;

/// Caption, credit and file mark of each made-up picture.
final class PictureWords {
    private final World world;
    private final Map<Tongue, PhraseBook> books;
    private final long seed;
    private final Outlines outlines;

    PictureWords(World world, Map<Tongue, PhraseBook> books, long seed, LocalDate begun) {
        this.world = world;
        this.books = books;
        this.seed = seed;
        this.outlines = new Outlines(seed, begun, world);
    }

    /// In which language the picture at that place of its block is described.
    static Tongue tongue(int place) {
        int of = place % 20;
        return of < 8 ? Tongue.FRENCH : of < 15 ? Tongue.ENGLISH : Tongue.ARABIC;
    }

    List<PictureDescription> ofBlock(long block) {
        var described = new ArrayList<PictureDescription>();
        for (int place = 0; place < PictureShelf.IN_A_BLOCK; place++) {
            Tongue tongue = tongue(place);
            var phrases = Telling.Phrases.of(Objects.requireNonNull(books.get(tongue)));
            long number = Math.max(0, block) * Filed.BLOCK + place;
            var chance = new Chance(seed, -1000 - block * PictureShelf.IN_A_BLOCK - place);
            var telling = new Telling(world, phrases, outlines.of(number).in(tongue), chance);
            described.add(new PictureDescription(
                    null,
                    telling.one("caption"),
                    telling.one("alt"),
                    telling.one("credits"),
                    null,
                    null,
                    null,
                    null,
                    chance.perMille(300),
                    chance.between(300, 700),
                    chance.between(300, 700)));
        }
        return described;
    }
}
