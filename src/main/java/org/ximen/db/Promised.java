package org.ximen.db;

/**
 * The highest of what was promised.
 *
 * @param cases how many case numbers were given
 * @param number the last of them; empty before the first
 * @param message the last message to anybody
 * @param log how far the log was on the disk
 */
record Promised(long cases, String number, long message, LogPosition log) {
    static final Promised NOTHING = new Promised(0, "", 0, LogPosition.NOWHERE);

    Promised on(LogPosition now) {
        return new Promised(cases, number, message, now);
    }
}
