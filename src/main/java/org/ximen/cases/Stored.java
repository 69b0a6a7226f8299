package org.ximen.cases;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/**
 * A case as kept, with what staff must not see.
 *
 * @param version grows with every move
 * @param reporter person id; null once forgotten
 * @param tell the chat that reported; null once forgotten
 * @param forgotten whether the words have to go when the case is over
 */
record Stored(
        long id,
        long version,
        GridCase item,
        @Nullable Long reporter,
        @Nullable Sender tell,
        boolean forgotten) {

    Stored with(GridCase other) {
        return new Stored(id, version, other, reporter, tell, forgotten);
    }

    /** Whether staff can get in touch with who reported it. */
    boolean isReachable() {
        return reporter != null && !item.anonymous();
    }
}
