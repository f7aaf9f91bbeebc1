package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.PICTURE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class RowNumbersContract {

    abstract Database open();

    @Test
    void numbers_rise_and_no_row_gets_one_that_another_has() {
        try (Database database = open()) {
            var used = new ArrayList<Long>();
            used.add(database.write(RowNumbersContract::insertedByTheDatabase));
            used.addAll(database.write(transaction -> inserted(transaction, 3)));
            used.add(database.write(RowNumbersContract::insertedByTheDatabase));
            used.addAll(database.write(transaction -> {
                List<Long> two = new ArrayList<>(inserted(transaction, 2));
                two.addAll(inserted(transaction, 1));
                return two;
            }));
            database.write(transaction -> transaction
                    .sql()
                    .deleteFrom(PICTURE)
                    .where(PICTURE.ID.eq(used.getLast()))
                    .execute());
            used.addAll(database.write(transaction -> inserted(transaction, 1)));
            assertEquals(used.stream().sorted().distinct().toList(), used, "a deleted number comes back for nobody");
            assertEquals(List.of(), database.write(transaction -> RowNumbers.take(transaction, PICTURE.ID, 0)));
        }
    }

    @Test
    void an_act_that_fails_takes_its_rows_with_it_and_the_next_gets_numbers() {
        try (Database database = open()) {
            Work<List<Long>> failing = transaction -> {
                inserted(transaction, 2);
                throw Problem.invalid("No.");
            };
            assertThrows(Problem.class, () -> database.write(failing));
            List<Long> next = database.write(transaction -> inserted(transaction, 2));
            assertTrue(next.get(0) > 0 && next.get(1) > next.get(0), next.toString());
            assertEquals(2, (int) database.read(sql -> sql.fetchCount(PICTURE)));
        }
    }

    private static long insertedByTheDatabase(Transaction transaction) {
        return transaction
                .sql()
                .insertInto(PICTURE)
                .set(PICTURE.VERSION, 1)
                .set(PICTURE.ARCHIVE, false)
                .set(PICTURE.FOCAL_X, 500)
                .set(PICTURE.FOCAL_Y, 500)
                .set(PICTURE.CREATED_AT, 0L)
                .returningResult(PICTURE.ID)
                .fetchSingle()
                .value1();
    }

    private static List<Long> inserted(Transaction transaction, int count) {
        List<Long> numbers = RowNumbers.take(transaction, PICTURE.ID, count);
        var rows = new RowBatch();
        numbers.forEach(number -> rows.add(number, 1, false, 500, 500, 0L));
        rows.insert(
                transaction.sql(),
                PICTURE,
                PICTURE.ID,
                PICTURE.VERSION,
                PICTURE.ARCHIVE,
                PICTURE.FOCAL_X,
                PICTURE.FOCAL_Y,
                PICTURE.CREATED_AT);
        return numbers;
    }
}
