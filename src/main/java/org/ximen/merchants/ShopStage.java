package org.ximen.merchants;

import org.jspecify.annotations.Nullable;

/**
 * A stage in the life of a shop: 开办, 经营, 变更, 注销.
 *
 * @param id as it was learnt from {@code shop-stages.tsv}: open, run, change, close; others are
 *     only chosen by a button
 * @param name by which articles are tagged
 * @param english the same for who speaks English; null for the name
 */
public record ShopStage(String id, String name, @Nullable String english) {
    /** What a shop is at that says nothing else. */
    static final String RUNNING = "run";

    public ShopStage {
        MerchantsFile.requireId(id);
        MerchantsFile.requireName(name);
    }
}
