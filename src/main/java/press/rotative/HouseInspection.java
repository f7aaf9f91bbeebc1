package press.rotative;

import static press.rotative.platform.db.Tables.HOUSE_FILE;
import static press.rotative.platform.db.Tables.OWN_PAGE;
import static press.rotative.platform.db.Tables.OWN_PAGE_VERSION;
import static press.rotative.platform.db.Tables.PUBLICATION;

import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import press.rotative.platform.Digest;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Subject;

/// Texts of the newsroom's own pages and its files against their digests, and the digests of public texts against those
/// that the log covers.
final class HouseInspection {
    private HouseInspection() {}

    /// @return how many texts there are
    static long walk(DSLContext sql, Consumer<String> found) {
        long[] count = {0};
        sql.selectFrom(OWN_PAGE_VERSION).fetchLazy().forEach(row -> {
            count[0]++;
            if (!Digest.of(row.getContent()).equals(row.getDigest())) {
                found.accept("Text " + row.getVersion() + " of page " + row.getPageId()
                        + " was changed: it does not have its digest.");
            }
        });
        sql.select(OWN_PAGE.ID, OWN_PAGE_VERSION.VERSION, OWN_PAGE_VERSION.DIGEST, PUBLICATION.CONTENT_DIGEST)
                .from(OWN_PAGE)
                .leftJoin(OWN_PAGE_VERSION)
                .on(OWN_PAGE_VERSION.PAGE_ID.eq(OWN_PAGE.ID))
                .and(OWN_PAGE_VERSION.VERSION.eq(OWN_PAGE.LIVE_VERSION))
                .leftJoin(PUBLICATION)
                .on(PUBLICATION.SUBJECT_KIND.eq(Subject.Kind.OWN_PAGE.name()))
                .and(PUBLICATION.SUBJECT_ID.eq(OWN_PAGE.ID))
                .and(PUBLICATION.VERSION.eq(OWN_PAGE.LIVE_VERSION))
                .and(PUBLICATION.ACT.eq(PublicAct.PAGE_PUBLISHED.name()))
                .where(OWN_PAGE.LIVE_VERSION.isNotNull())
                .fetchLazy()
                .forEach(row -> {
                    if (row.value2() == null) {
                        found.accept("Page " + row.value1() + " is public, but its text is not there.");
                    } else if (!Objects.equals(row.value3(), row.value4())) {
                        found.accept("Text " + row.value2() + " of page " + row.value1()
                                + " has another digest than the publication log.");
                    }
                });
        sql.selectFrom(HOUSE_FILE).fetchLazy().forEach(row -> {
            if (!Digest.of(row.getBytes()).equals(row.getDigest())) {
                found.accept("The file " + row.getName() + " was changed: it does not have its digest.");
            }
        });
        return count[0];
    }
}
