package press.rotative.fill;

/// What becomes of a made-up story after its publication.
enum Ending {
    STANDS,
    UPDATED,
    CORRECTED,
    WITHHELD,
    KILLED;

    static Ending draw(Chance chance) {
        int place = chance.below(1000);
        if (place < 12) {
            return CORRECTED;
        }
        if (place < 20) {
            return UPDATED;
        }
        return place < 22 ? KILLED : place < 23 ? WITHHELD : STANDS;
    }

    boolean readable() {
        return switch (this) {
            case STANDS, UPDATED, CORRECTED -> true;
            case WITHHELD, KILLED -> false;
        };
    }
}
