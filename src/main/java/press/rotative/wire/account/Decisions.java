package press.rotative.wire.account;

import static press.rotative.platform.db.Tables.IMPORT_DECISION;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.RowBatch;
import press.rotative.platform.Transaction;

/// What somebody settled about parts of captures.
public final class Decisions {
    private static final int MOST = 100_000;

    private final DSLContext sql;

    public Decisions(DSLContext sql) {
        this.sql = sql;
    }

    /// What was decided about a part.
    public enum Choice {
        /// It is right as it is.
        SEEN,
        /// The line was put into the text.
        PARAGRAPH,
        HEADLINE,
        STANDFIRST,
        CAPTION,
        CREDIT,
        /// The concept is of another kind now, on every story.
        KIND,
        /// The story is about another concept in its place.
        REPLACED,
        /// The story is not about it.
        DROPPED
    }

    /// @param detail the number of the concept, or the name of its kind; null: there is none
    /// @param staffId who decided
    public record Decision(Choice choice, @Nullable String detail, long staffId, Instant at) {}

    /// By part, as [Doubt] names it.
    public Map<String, Decision> of(String capture) {
        var decisions = new HashMap<String, Decision>();
        sql.selectFrom(IMPORT_DECISION)
                .where(IMPORT_DECISION.CAPTURE.eq(capture))
                .orderBy(IMPORT_DECISION.PART)
                .limit(MOST)
                .forEach(row -> decisions.put(
                        row.getPart(),
                        new Decision(
                                Choice.valueOf(row.getDecision()),
                                row.getDetail(),
                                row.getStaffId(),
                                Instant.ofEpochMilli(row.getAt()))));
        return decisions;
    }

    /// How many of some parts are decided.
    ///
    /// @param parts a few
    int among(String capture, Collection<String> parts) {
        return parts.isEmpty()
                ? 0
                : sql.fetchCount(
                        IMPORT_DECISION, IMPORT_DECISION.CAPTURE.eq(capture).and(IMPORT_DECISION.PART.in(parts)));
    }

    /// The last decision about a part counts.
    static void put(Transaction transaction, String capture, Collection<String> parts, Decision decision) {
        var rows = new RowBatch();
        parts.forEach(part -> rows.add(
                capture,
                part,
                decision.choice().name(),
                decision.detail(),
                decision.staffId(),
                decision.at().toEpochMilli()));
        rows.insertOrReplace(
                transaction.sql(),
                IMPORT_DECISION,
                List.of(IMPORT_DECISION.CAPTURE, IMPORT_DECISION.PART),
                IMPORT_DECISION.CAPTURE,
                IMPORT_DECISION.PART,
                IMPORT_DECISION.DECISION,
                IMPORT_DECISION.DETAIL,
                IMPORT_DECISION.STAFF_ID,
                IMPORT_DECISION.AT);
    }
}
