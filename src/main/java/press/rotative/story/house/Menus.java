package press.rotative.story.house;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.MENU;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.story.ConceptMerges;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryJson;

/// The menus that editors arranged. A line of a concept that was merged into another leads to the other, once.
public final class Menus {
    private final DSLContext sql;

    public Menus(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0 before the first arrangement
    /// @param menu null: it fills itself
    public record Arranged(int version, @Nullable Menu menu) {}

    public record Key(EditionId edition, MenuPlace place) {}

    public Arranged of(EditionId edition, MenuPlace place) {
        return sql.select(MENU.VERSION, MENU.ENTRIES)
                .from(MENU)
                .where(MENU.EDITION_ID.eq(edition.value()))
                .and(MENU.PLACE.eq(place.name()))
                .fetchOptional(row -> new Arranged(row.value1(), now(row.value2())))
                .orElse(new Arranged(0, null));
    }

    /// The same for who will arrange it: nobody else does until the transaction ends.
    public Arranged locked(EditionId edition, MenuPlace place) {
        RowLocks.change(sql, EDITION.ID, List.of(edition.value()));
        return of(edition, place);
    }

    /// All that are arranged.
    public Map<Key, Menu> all() {
        Map<Key, Menu> all = sql.select(MENU.EDITION_ID, MENU.PLACE, MENU.ENTRIES)
                .from(MENU)
                .where(MENU.ENTRIES.isNotNull())
                .limit(Editions.MOST * MenuPlace.values().length)
                .fetchMap(
                        row -> new Key(new EditionId(row.value1()), MenuPlace.valueOf(row.value2())),
                        row -> read(row.value3()));
        var merges = new ConceptMerges(sql);
        merges.learn(
                all.values().stream().flatMap(menu -> menu.concepts().stream()).toList());
        all.replaceAll((key, menu) -> menu.in(merges));
        return all;
    }

    static void put(Transaction transaction, EditionId edition, MenuPlace place, Arranged arranged) {
        String json = arranged.menu() == null ? null : write(arranged.menu());
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .insertInto(MENU)
                .columns(MENU.EDITION_ID, MENU.PLACE, MENU.VERSION, MENU.AT, MENU.ENTRIES)
                .values(edition.value(), place.name(), arranged.version(), now, json)
                .onConflict(MENU.EDITION_ID, MENU.PLACE)
                .doUpdate()
                .set(MENU.VERSION, arranged.version())
                .set(MENU.AT, now)
                .set(MENU.ENTRIES, json)
                .execute();
    }

    static String write(Menu menu) {
        try {
            return StoryJson.MAPPER.writerFor(Menu.class).writeValueAsString(menu);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked menu can be written", e);
        }
    }

    private @Nullable Menu now(@Nullable String json) {
        return json == null ? null : read(json).in(new ConceptMerges(sql));
    }

    private static Menu read(String json) {
        try {
            return StoryJson.MAPPER.readValue(json, Menu.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
