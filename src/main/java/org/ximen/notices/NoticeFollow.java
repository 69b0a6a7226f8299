package org.ximen.notices;

import org.jspecify.annotations.Nullable;

/**
 * That a notice is about one that went out before, and goes to those who had it.
 *
 * @param notice id of the one before
 * @param change one line that says what changed; null for a recall, whose words are the reason
 */
public record NoticeFollow(Kind kind, long notice, @Nullable String change) {
    /** What it does to the one before. */
    public enum Kind {
        /** Other words in its place (更正). */
        CORRECTION("更正"),
        /** It does not hold any more (撤回). */
        RECALL("撤回");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        /** The word that people read. */
        public String shown() {
            return shown;
        }
    }

    /** How it leaves the notice before. */
    Notice.State leaves() {
        return recalls() ? Notice.State.RECALLED : Notice.State.CORRECTED;
    }

    /** Whether it recalls. */
    public boolean recalls() {
        return kind == Kind.RECALL;
    }
}
