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
 * @param warned the highest warning given, in percent
 */
record Stored(
        long id,
        long version,
        GridCase item,
        @Nullable Long reporter,
        @Nullable Sender tell,
        boolean forgotten,
        int warned) {

    Stored with(GridCase other) {
        return new Stored(id, version, other, reporter, tell, forgotten, warned);
    }
}
