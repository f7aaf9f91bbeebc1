package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptQueryTest {
    private static final Table<?> NUMBER = DSL.table(DSL.name("number"));
    private static final Field<Long> N = DSL.field(DSL.name("n"), Long.class);
    private static final Field<String> WORD = DSL.field(DSL.name("word"), String.class);
    private static final Field<Long> NEXT = DSL.field(DSL.name("next"), Long.class);

    private Connection connection;
    private DSLContext sql;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        sql = Sql.over(connection, SQLDialect.SQLITE);
        sql.execute("create table number (n integer primary key, word text, next integer)");
        sql.execute("with recursive c(x) as (select 1 union all select x + 1 from c where x < 2000)"
                + " insert into number select x, 'n' || x, case when x < 2000 then x + 1 end from c");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void values_come_in_the_order_of_their_places() {
        KeptQuery<Long> query = KeptQuery.of(
                () -> DSL.select(N)
                        .from(NUMBER)
                        .where(N.gt(KeptQuery.number()).and(WORD.ne(KeptQuery.text())))
                        .orderBy(N)
                        .limit(KeptQuery.number()),
                row -> row.getLong(1));
        assertEquals(List.of(8L, 10L, 11L), query.fetch(sql, 7L, "n9", 3L));
        assertEquals(List.of(), query.fetch(sql, 2000L, "", 3L));
        assertThrows(DataAccessException.class, () -> {
            connection.createStatement().execute("drop table number");
            query.fetch(sql, 7L, "n9", 3L);
        });
    }

    @Test
    void as_many_values_as_places() {
        KeptQuery<Long> query =
                KeptQuery.of(() -> DSL.select(N).from(NUMBER).where(N.eq(KeptQuery.number())), row -> row.getLong(1));
        assertThrows(IllegalArgumentException.class, () -> query.fetch(sql));
        assertThrows(IllegalArgumentException.class, () -> query.fetch(sql, 1L, 2L));
        assertEquals(List.of(1L), query.fetch(sql, 1L));
    }

    @Test
    void a_list_of_any_length_is_asked_for_with_few_texts() {
        var written = new AtomicInteger();
        KeptQuery<Long> query = KeptQuery.ofEach(
                numbers -> {
                    written.incrementAndGet();
                    return DSL.select(N).from(NUMBER).where(N.in(numbers));
                },
                row -> row.getLong(1));
        assertEquals(List.of(), query.fetchEach(sql, List.of()));
        assertEquals(0, written.get(), "nothing is asked");
        for (int many : new int[] {1, 2, 3, 5, 17, 511, 512, 513, 1500}) {
            List<Long> asked = LongStream.rangeClosed(1, many).boxed().toList();
            assertEquals(asked, new ArrayList<>(query.fetchEach(sql, asked)), many + " numbers, each once");
        }
        assertTrue(written.get() <= 10, written + " texts");
    }

    @Test
    void a_number_may_be_missing() {
        KeptQuery<Long> query = KeptQuery.of(
                () -> DSL.select(NEXT).from(NUMBER).where(N.eq(KeptQuery.number())), row -> KeptQuery.number(row, 1));
        assertEquals(8L, query.fetch(sql, 7L).getFirst());
        assertNull(query.fetch(sql, 2000L).getFirst());
    }
}
