package org.ximen.telegram;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.ximen.chat.Sender;

/** Shows a person that an answer is being made; Telegram takes it away when the answer comes. */
final class TypingSign {
    private static final Logger LOG = LoggerFactory.getLogger(TypingSign.class);

    private static final String TYPING = ActionType.TYPING.toString();

    private final BotApi api;
    private volatile boolean on;

    TypingSign(BotApi api) {
        this.api = api;
    }

    /** From now on it is shown: answers may take seconds. */
    void on() {
        on = true;
    }

    /** Shows it in a chat with one person; nothing waits for it. */
    void show(Sender chat) {
        if (on && !Chats.isGroup(chat)) {
            Thread.ofVirtual().name("typing").start(() -> tell(chat));
        }
    }

    private void tell(Sender chat) {
        try {
            api.tell(SendChatAction.builder().chatId(chat.address()).action(TYPING).build());
        } catch (Refused | Unreachable e) {
            LOG.debug("a typing sign was not shown: {}", e.getMessage());
        }
    }
}
