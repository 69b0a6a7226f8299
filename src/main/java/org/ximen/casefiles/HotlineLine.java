package org.ximen.casefiles;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of a list.
 *
 * @param nth of the rows below the head, from 1
 * @param outsideNumber as the list has it
 * @param words of the matter, personal numbers hidden
 * @param number of the case that it is, if it is one
 * @param why one sentence where something is to be said
 */
public record HotlineLine(
        int nth,
        Fate fate,
        String outsideNumber,
        String words,
        @Nullable String number,
        String why) {

    /** What can become of a row. */
    public enum Fate {
        /** Becomes, or became, a case. */
        NEW("新案件"),
        /** Its number is a case already. */
        SEEN("登记过"),
        REFUSED("不收");

        private final String shown;

        Fate(String shown) {
            this.shown = shown;
        }

        /** The word people read. */
        public String shown() {
            return shown;
        }
    }
}
