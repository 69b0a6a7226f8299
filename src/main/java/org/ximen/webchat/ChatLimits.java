package org.ximen.webchat;

/**
 * Messages a minute.
 *
 * @param perConversation from one conversation
 * @param perAddress from one network address, which many people may share
 */
public record ChatLimits(int perConversation, int perAddress) {
    public ChatLimits {
        if (perConversation < 1 || perAddress < 1) {
            throw new IllegalArgumentException("ximen.chat.limits 的两个数都应大于 0");
        }
    }
}
