package org.ximen.chat;

import java.time.Duration;

/** How a send ended. */
public sealed interface Delivery {
    /** It arrived. */
    record Sent() implements Delivery {}

    /** The recipient is gone (blocked, deactivated): do not try again. */
    record Gone(String why) implements Delivery {}

    /** The channel will never take this message: do not try again. */
    record Refused(String why) implements Delivery {}

    /** Not now: try again after so long. */
    record Later(Duration after, String why) implements Delivery {}

    /** It may have arrived or not. */
    record Unknown(String why) implements Delivery {}
}
