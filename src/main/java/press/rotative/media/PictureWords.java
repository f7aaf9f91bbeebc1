package press.rotative.media;

import static press.rotative.platform.db.Tables.PICTURE;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import press.rotative.language.Folded;
import press.rotative.platform.db.tables.records.PictureRecord;

/// What somebody types to find pictures: each word has to stand in what is said of a picture, as a beginning of a word.
///
/// Compared is a key that is kept beside each picture (`picture.words_key`) and made of its title, caption, alternative
/// text, credit, maker, source and copyright: each [Folded] behind a space, one on each line. So a beginning of a word
/// is a space and letters, and words that stand together in no text are found in none.
///
/// @param wanted folded; none: every picture is wanted
public record PictureWords(List<String> wanted) {

    public PictureWords {
        wanted = List.copyOf(wanted);
    }

    public static PictureWords typed(String words) {
        return new PictureWords(Arrays.stream(words.strip().split("\\s+"))
                .map(Folded::of)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    static String key(PictureDescription said) {
        return Stream.of(
                        said.headline(),
                        said.caption(),
                        said.alt(),
                        said.credit(),
                        said.creator(),
                        said.provider(),
                        said.copyright())
                .filter(Objects::nonNull)
                .distinct()
                .map(text -> " " + Folded.of(text))
                .collect(Collectors.joining("\n"));
    }

    /// Rows whose key is not made yet, or of other words than they say now.
    static Condition waiting() {
        return PICTURE.WORDS_VERSION.isNull().or(PICTURE.WORDS_VERSION.ne(PICTURE.VERSION));
    }

    static boolean waits(PictureRecord row) {
        return row.getWordsVersion() == null || !row.getWordsVersion().equals(row.getVersion());
    }

    /// Of rows that wait for their key, too: what they say is looked at by [#stand].
    Condition mayStand() {
        Condition all = DSL.noCondition();
        for (String word : wanted) {
            all = all.and(DSL.position(PICTURE.WORDS_KEY, " " + word).gt(0));
        }
        return wanted.isEmpty() ? all : waiting().or(all);
    }

    boolean stand(String key) {
        return wanted.stream().allMatch(word -> key.contains(" " + word));
    }
}
