package press.rotative.platform;

import java.sql.SQLException;

/// The database itself failed at a statement (not a refusal of ours). Carries the cause.
final class StoreFailure extends RuntimeException {
    StoreFailure(String statement, SQLException cause) {
        super("the database failed at: " + statement, cause);
    }
}
