package org.ximen.db;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door to SQL: a client, and transactions that are tried again when two collided. What
 * comes back from a transaction is on the disk.
 */
public final class Db {
    private static final int TRIES = 5;

    private static final ThreadLocal<@Nullable Part> PART = new ThreadLocal<>();

    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final StoreHealth health;
    private final AtomicBoolean erased = new AtomicBoolean();
    private volatile CaseGiven caseGiven = (cases, number) -> {};

    /** Hears of each case number that was given, when its transaction is kept. */
    @FunctionalInterface
    interface CaseGiven {
        void gave(long cases, String number);
    }

    public Db(JdbcClient client, TransactionTemplate transactions) {
        this(client, transactions, new StoreHealth());
    }

    /**
     * @param health says whether what is committed reaches the disk
     */
    public Db(JdbcClient client, TransactionTemplate transactions, StoreHealth health) {
        this.client = client;
        this.transactions = transactions;
        this.health = health;
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
     *
     * @throws NotKept if nothing can be kept now; what the work did may come to the disk later
     */
    public <T extends @Nullable Object> T in(Supplier<T> work) {
        if (inside()) {
            return run(work);
        }
        health.require();
        var result = tried(work);
        health.require();
        return result;
    }

    private <T extends @Nullable Object> T tried(Supplier<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return run(work);
            } catch (ConcurrencyFailureException e) {
                if (left == 0) {
                    throw e;
                }
            } catch (RuntimeException e) {
                throw told(e);
            }
        }
    }

    private RuntimeException told(RuntimeException e) {
        if (!StoreFailure.is(e)) {
            return e;
        }
        var why = "数据库出错了（" + e.getMessage() + "），请检查磁盘和数据库";
        health.raise(StoreHealth.Part.DATABASE, why, e);
        return new NotKept(why, e);
    }

    /**
     * Runs the work so that its failure undoes it alone, and not what else the open transaction
     * did.
     */
    @SuppressWarnings("NullAway") // the template hands back just what the work gave
    public <T extends @Nullable Object> T apart(Supplier<T> work) {
        if (!inside()) {
            return in(work);
        }
        var part = new Part(PART.get());
        PART.set(part);
        try {
            return nested().execute(status -> work.get());
        } catch (RuntimeException | Error e) {
            part.undone = true;
            throw e;
        } finally {
            PART.set(part.outer);
        }
    }

    /** A part of a transaction that may be undone alone: then nothing of it is noted afterwards. */
    private static final class Part {
        private final @Nullable Part outer;
        private boolean undone;

        Part(@Nullable Part outer) {
            this.outer = outer;
        }

        boolean isUndone() {
            return undone || outer != null && outer.isUndone();
        }
    }

    private TransactionTemplate nested() {
        var nested =
                new TransactionTemplate(
                        Objects.requireNonNull(transactions.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }

    /** {@link #in} for work without a result. */
    public void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Goes on only where all that was committed so far is on the disk, for answers that repeat what
     * was promised before.
     *
     * @throws NotKept if it is not
     */
    public void requireKept() {
        health.require();
    }

    /**
     * Notes that the open transaction gives a case its number, so that nobody is given it again.
     */
    public void giving(long cases, String number) {
        afterwards(() -> caseGiven.gave(cases, number));
    }

    /** Whether there is room for what can wait: photos, vectors, samples. */
    public boolean isRoomy() {
        return health.isRoomy();
    }

    void onCaseGiven(CaseGiven listener) {
        caseGiven = listener;
    }

    /** Notes that the open transaction erases what must not stay in the files, either. */
    public void erasing() {
        afterwards(() -> erased.set(true));
    }

    /** Whether something was erased since the last call. */
    boolean takeErased() {
        return erased.getAndSet(false);
    }

    private static void afterwards(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        var part = PART.get();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        if (part == null || !part.isUndone()) {
                            work.run();
                        }
                    }
                });
    }

    @SuppressWarnings("NullAway") // the template hands back just what the work gave
    private <T extends @Nullable Object> T run(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    private static boolean inside() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
