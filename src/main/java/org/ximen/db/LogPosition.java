package org.ximen.db;

/**
 * How far a log of the embedded database is on the disk.
 *
 * @param first its first seal, which tells it from other logs; empty where it has none yet
 * @param kept bytes
 */
record LogPosition(String first, long kept) {
    static final LogPosition NOWHERE = new LogPosition("", 0);
}
