package press.rotative.api;

import press.rotative.platform.Problem;

/// How much a list gives at once.
final class Limits {
    static final int MOST = 100;

    private Limits() {}

    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("'limit' is a number from 1 to " + MOST + ".");
        }
        return limit;
    }

    static long from(long number, String name) {
        if (number < 0) {
            throw Problem.invalid("'" + name + "' is 0 or the number at which the last page ended.");
        }
        return number;
    }
}
