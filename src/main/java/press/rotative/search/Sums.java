package press.rotative.search;

import java.util.Arrays;

/// A sum for each document that got one, in a table that grows: no object for each.
final class Sums {
    private static final int EMPTY = -1;

    private int[] documents = new int[1 << 10];
    private int[] sums = new int[1 << 10];
    private int used;

    Sums() {
        Arrays.fill(documents, EMPTY);
    }

    void add(int document, int more) {
        int at = place(documents, document);
        if (documents[at] == EMPTY) {
            documents[at] = document;
            used++;
        }
        sums[at] += more;
        if (used * 2 > documents.length) {
            grow();
        }
    }

    int of(int document) {
        return sums[place(documents, document)];
    }

    int[] documents() {
        var all = new int[used];
        int found = 0;
        for (int document : documents) {
            if (document != EMPTY) {
                all[found++] = document;
            }
        }
        return all;
    }

    private void grow() {
        int[] former = documents;
        int[] formerSums = sums;
        documents = new int[former.length * 2];
        sums = new int[former.length * 2];
        Arrays.fill(documents, EMPTY);
        for (int i = 0; i < former.length; i++) {
            if (former[i] != EMPTY) {
                int at = place(documents, former[i]);
                documents[at] = former[i];
                sums[at] = formerSums[i];
            }
        }
    }

    private static int place(int[] table, int document) {
        int at = (document * 0x9E3779B9) >>> 7 & table.length - 1;
        while (table[at] != EMPTY && table[at] != document) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }
}
