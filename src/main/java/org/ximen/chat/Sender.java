package org.ximen.chat;

/**
 * Who speaks, and where an answer goes: one address on one channel.
 *
 * @param channel name of the channel, such as {@code web} or {@code telegram}
 * @param address the chat's id on that channel; for the web a secret of its browser, so it is never
 *     written out whole
 */
public record Sender(String channel, String address) {
    private static final int LONGEST = 100;

    public Sender {
        if (channel.isBlank() || address.isBlank() || address.length() > LONGEST) {
            throw new IllegalArgumentException("a sender needs a channel and an address");
        }
    }

    /** Safe for logs: the address is cut to its first four characters. */
    @Override
    public String toString() {
        return channel + ":" + address.substring(0, Math.min(4, address.length())) + "…";
    }
}
