package press.rotative.search;

import press.rotative.story.EditionId;

/// The fields of the index. Texts of each edition have fields of their own, so that words of other editions are never
/// visited. Sections, concepts and authors stand here by number: their names can change without a word to the index.
final class Fields {
    /// The story's number, by which it is put and removed.
    static final String KEY = "key";

    /// The same as a value, and the instant of publication in epoch milliseconds.
    static final String ID = "id";

    static final String AT = "at";

    /// In the newsroom's own index: which state of the story stands here, see [press.rotative.story.WholeStories].
    static final String STAMP = "stamp";

    /// What a search can be narrowed to: `e3` edition, `s3` section, `c3` concept, `a3` author, `kARTICLE`. On the
    /// public site all but the edition's are values as well, so that hits can be counted by them. In the newsroom's
    /// own index also `wDRAFT` workflow, `pWITHHELD` publication status, `i3` a picture it shows, `o3` a member of
    /// staff whose story it is, `z3` the only section that all its texts stand in.
    static final String MARKS = "marks";

    private Fields() {}

    /// Stems of these words.
    static String headline(EditionId edition) {
        return "h" + edition.value();
    }

    static String standfirst(EditionId edition) {
        return "s" + edition.value();
    }

    /// All words of a story as they are spelt, those of headline and standfirst among them, with their places.
    static String text(EditionId edition) {
        return "t" + edition.value();
    }

    /// Their stems, with how often each stands there.
    static String stems(EditionId edition) {
        return "r" + edition.value();
    }

    /// The words a story is known by, see [KeyWords].
    static String keyWords(EditionId edition) {
        return "w" + edition.value();
    }

    /// How the words of the headline begin, see [Beginnings].
    static String beginnings(EditionId edition) {
        return "b" + edition.value();
    }
}
