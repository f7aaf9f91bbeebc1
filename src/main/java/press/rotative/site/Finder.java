package press.rotative.site;

import java.util.List;
import press.rotative.search.Found;
import press.rotative.search.Kin;
import press.rotative.search.Likeness;
import press.rotative.search.Question;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// Where searches are answered from: numbers of stories only. What a hit looks like comes from the tables.
public interface Finder {

    /// Finds nothing: for a newsroom without an index.
    static Finder none() {
        return new None();
    }

    /// The finder of a newsroom without an index.
    class None implements Finder {
        @Override
        public long cursor() {
            return 0;
        }

        @Override
        public Found find(Question question) {
            return Found.NOTHING;
        }

        @Override
        public Found count(Question question) {
            return Found.NOTHING;
        }

        @Override
        public Likeness related(Kin kin, int most) {
            return Likeness.none(kin);
        }

        @Override
        public Likeness again(Likeness before) {
            return before;
        }

        @Override
        public boolean isStill(Likeness likeness, long cursor, long laterCursor) {
            return true;
        }

        @Override
        public List<StoryId> beginning(EditionId edition, String language, String typed, int most) {
            return List.of();
        }
    }

    /// How far the index has followed the publication log.
    long cursor();

    Found find(Question question);

    /// The same hits and their number, without what else a reader is told.
    Found count(Question question);

    /// Stories like one in its edition, the nearest first.
    Likeness related(Kin kin, int most);

    /// The same question asked again.
    Likeness again(Likeness before);

    /// Whether it is certain, without asking, that the answer of one cursor is that of a later one, if no act touched
    /// one of the stories that were found. Never waits.
    boolean isStill(Likeness likeness, long cursor, long laterCursor);

    /// Stories whose headlines hold words that begin as typed, the newest first.
    List<StoryId> beginning(EditionId edition, String language, String typed, int most);
}
