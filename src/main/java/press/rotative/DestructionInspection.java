package press.rotative;

import static press.rotative.platform.db.Tables.PICTURE;
import static press.rotative.platform.db.Tables.PUBLICATION;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Subject;

/// That every picture that is marked as destroyed stands as such in the publication log, and the other way about.
final class DestructionInspection {
    private static final int MOST = 1000;

    private DestructionInspection() {}

    static void walk(DSLContext sql, Consumer<String> found) {
        var told = sql.select(PUBLICATION.SUBJECT_ID)
                .from(PUBLICATION)
                .where(PUBLICATION.ACT.eq(PublicAct.PICTURE_DESTROYED.name()))
                .and(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.PICTURE.name()));
        sql.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.DESTROYED_AT.isNotNull())
                .and(PICTURE.ID.notIn(told))
                .orderBy(PICTURE.ID)
                .limit(MOST)
                .forEach(row -> found.accept(
                        "Picture " + row.value1() + " is marked as destroyed, but the log does not say so."));
        sql.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.DESTROYED_AT.isNull())
                .and(PICTURE.ID.in(told))
                .orderBy(PICTURE.ID)
                .limit(MOST)
                .forEach(row -> found.accept(
                        "The log says that picture " + row.value1() + " was destroyed, but it is still there."));
    }
}
