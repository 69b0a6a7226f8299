package org.ximen.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * Looks every second whether what is promised can be kept, and finds out when it can be again. The
 * embedded database is looked after file by file; PostgreSQL fails its commits by itself, so there
 * one that failed is tried again.
 */
public final class StoreWatch {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Db db;
    private final StoreHealth health;
    private final DiskSpace space;
    private final Optional<EmbeddedStore> embedded;
    private Instant nextErasure = Instant.EPOCH;
    private boolean erased;

    /**
     * @param space where photos, index and the embedded database lie
     */
    public StoreWatch(
            Db db, StoreHealth health, DiskSpace space, Optional<EmbeddedStore> embedded) {
        this.db = db;
        this.health = health;
        this.space = space;
        this.embedded = embedded;
        embedded.ifPresent(store -> store.listen(db));
    }

    /** One look. */
    public void round(Instant now) {
        if (space.isFull()) {
            health.raise(StoreHealth.Part.SPACE, space.sentence(), null);
        } else {
            health.settle(StoreHealth.Part.SPACE);
        }
        embedded.ifPresentOrElse(store -> store.round(takeErased(now), now), this::probe);
    }

    /** At most once a minute, however many want to be forgotten. */
    private boolean takeErased(Instant now) {
        erased |= db.takeErased();
        boolean due = erased && !now.isBefore(nextErasure);
        if (due) {
            erased = false;
            nextErasure = now.plus(BETWEEN);
        }
        return due;
    }

    private void probe() {
        if (!health.has(StoreHealth.Part.DATABASE)) {
            return;
        }
        try {
            db.client().sql("update case_counter set given = given where id = 1").update();
            health.settle(StoreHealth.Part.DATABASE);
        } catch (DataAccessException e) {
            health.raise(StoreHealth.Part.DATABASE, "数据库出错了（" + e.getMessage() + "）", e);
        }
    }

    /** The last thing: what is left behind is short to read at the next start. */
    public void close() {
        embedded.ifPresent(EmbeddedStore::close);
    }
}
