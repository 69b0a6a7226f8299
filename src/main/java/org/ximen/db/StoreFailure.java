package org.ximen.db;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Failures of the store itself, told from those of what was asked of it. */
final class StoreFailure {
    // Connection lost, disk full or broken, server going down, damaged files (PostgreSQL); HSQLDB
    // has one code for all that goes wrong with its files.
    private static final Set<String> STATES = Set.of("53100", "XX001", "XX002", "S1000");
    private static final Set<String> CLASSES = Set.of("08", "57P", "58");

    private StoreFailure() {}

    /** Whether a failure of a transaction means that nothing can be kept now. */
    static boolean is(RuntimeException failure) {
        if (!(failure instanceof DataAccessException || failure instanceof TransactionException)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isState(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isState(String state) {
        return STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith);
    }
}
