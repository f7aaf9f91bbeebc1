package press.rotative;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;

/// Counts what is read from a database, and keeps each query to ask for its plan.
public final class Queries implements ExecuteListener {
    private int count;
    private int rows;
    private final Set<String> texts = new LinkedHashSet<>();

    /// @return the same database, heard by this
    public DSLContext over(DSLContext sql) {
        return DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(this)));
    }

    @Override
    public void executeStart(ExecuteContext context) {
        count++;
        if (context.query() != null) {
            texts.add(context.query().getSQL(ParamType.INLINED));
        }
    }

    @Override
    public void recordEnd(ExecuteContext context) {
        rows++;
    }

    public int count() {
        return count;
    }

    public int rows() {
        return rows;
    }

    /// @return SQL with its values, each once
    public Set<String> texts() {
        return texts;
    }
}
