package org.ximen.admission;

/**
 * Who wants a piece of work done.
 *
 * @param network the network that it came from, as {@link Networks#of} names it; all its
 *     conversations share one budget
 * @param conversation one of them
 * @param effort what the work is expected to take, in milliseconds
 */
public record Claim(String network, String conversation, int effort) {
    public Claim {
        if (effort < 0) {
            throw new IllegalArgumentException("negative effort " + effort);
        }
    }
}
