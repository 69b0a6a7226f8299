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

    /** Nothing to anybody on this channel before that instant. */
    record AllLater(Instant until, String why) implements Delivery {}

    /** It may have arrived or not. */
    record Unknown(String why) implements Delivery {}
}
