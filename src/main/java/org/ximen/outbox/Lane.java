package org.ximen.outbox;

/** The two lanes to a channel; answers overtake broadcasts, which sorts them by name. */
enum Lane {
    ANSWER,
    BROADCAST
}
