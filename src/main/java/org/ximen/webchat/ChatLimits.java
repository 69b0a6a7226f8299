package org.ximen.webchat;

/**
 * What one conversation and one network address, which many people may share, can have.
 *
 * @param perConversation messages a minute from one conversation
 * @param perAddress messages a minute from one address
 * @param atOnce messages of one address that are answered at the same time
 * @param streams open pages of one address
 */
public record ChatLimits(int perConversation, int perAddress, int atOnce, int streams) {
    public ChatLimits {
        if (perConversation < 1 || perAddress < 1 || atOnce < 1 || streams < 1) {
            throw new IllegalArgumentException("ximen.chat 的几个数都应大于 0");
        }
    }
}
