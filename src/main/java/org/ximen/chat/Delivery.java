package org.ximen.chat;

import java.time.Instant;

/** How a send ended. */
public sealed interface Delivery {
    /** It arrived. */
    record Sent() implements Delivery {}

    /** The recipient is gone (blocked, deactivated): do not try again. */
    record Gone(String why) implements Delivery {}

    /** The chat goes on under another address: try there. */
    record Moved(String address) implements Delivery {}

    /** The channel will never take this message: do not try again. */
    record Refused(String why) implements Delivery {}

    /** Not now, and nothing else to this chat before that instant. */
    record Later(Instant until, String why) implements Delivery {}

    /** Nothing to anybody on this channel before that instant, nor to this chat before its own. */
    record AllLater(Instant until, Later here) implements Delivery {
        /** One instant for all. */
        public AllLater(Instant until, String why) {
            this(until, new Later(until, why));
        }
    }

    /** It may have arrived or not. */
    record Unknown(String why) implements Delivery {}
}
