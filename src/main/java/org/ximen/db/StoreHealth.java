package org.ximen.db;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether what is committed reaches the disk. While it does not, nothing is promised. */
public final class StoreHealth {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);

    /** What can fail, the first named first. */
    enum Part {
        SPACE,
        LOG,
        WITNESS,
        DATABASE
    }

    private final Map<Part, String> troubles = new ConcurrentSkipListMap<>();
    private final BooleanSupplier roomy;

    /** Where nobody counts the room on the disk. */
    public StoreHealth() {
        this(() -> true);
    }

    /**
     * @param roomy whether what can wait may be written, too
     */
    public StoreHealth(BooleanSupplier roomy) {
        this.roomy = roomy;
    }

    /** Whether there is room for what can wait: photos, vectors, samples. */
    public boolean isRoomy() {
        return roomy.getAsBoolean();
    }

    /** A part fails; told once, until it is settled. */
    void raise(Part part, String why, @Nullable Throwable cause) {
        boolean first = troubles.isEmpty();
        if (troubles.put(part, why) != null) {
            return;
        }
        if (first) {
            LOG.error("现在存不下新的内容，网页和 Telegram 的消息都先不收：{}", why);
        } else {
            LOG.warn("还有：{}", why);
        }
        LOG.debug("why nothing can be kept", cause);
    }

    /** A part is well again. */
    void settle(Part part) {
        if (troubles.remove(part) != null && troubles.isEmpty()) {
            LOG.warn("又能存下内容了，消息照常接收");
        }
    }

    boolean has(Part part) {
        return troubles.containsKey(part);
    }

    /** Why nothing can be kept now; empty while all is well. */
    public Optional<String> trouble() {
        return troubles.values().stream().findFirst();
    }

    /**
     * Goes on only where all is well.
     *
     * @throws NotKept with the reason
     */
    public void require() {
        if (!troubles.isEmpty()) {
            trouble()
                    .ifPresent(why -> {
                        throw new NotKept(why);
                    });
        }
    }
}
