package org.ximen.db;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door to SQL: a client, and transactions that are tried again when two collided. */
public final class Db {
    private static final int TRIES = 5;

    private final JdbcClient client;
    private final TransactionTemplate transactions;

    public Db(JdbcClient client, TransactionTemplate transactions) {
        this.client = client;
        this.transactions = transactions;
    }

    /** For the {@code *Table} classes. */
    public JdbcClient client() {
        return client;
    }

    /**
     * Runs the work in one transaction, or inside the one that is open. A collision with another
     * transaction (lock, serialization) is tried again from the start, so the work must have no
     * effect but on the database. A broken unique key is not a collision and comes out as {@link
     * org.springframework.dao.DuplicateKeyException}.
     */
    public <T extends @Nullable Object> T in(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return run(work);
            } catch (ConcurrencyFailureException e) {
                if (left == 0 || inside()) {
                    throw e;
                }
            }
        }
    }

    /** {@link #in} for work without a result. */
    public void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    @SuppressWarnings("NullAway") // the template hands back just what the work gave
    private <T extends @Nullable Object> T run(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    private static boolean inside() {
        return org.springframework.transaction.support.TransactionSynchronizationManager
                .isActualTransactionActive();
    }
}
