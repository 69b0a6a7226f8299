package org.ximen.telegram;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/** What ids of chats and messages tell. */
final class Chats {
    private static final Pattern MESSAGE = Pattern.compile("[me](\\d{1,9})(?:\\.\\d+)?");
    private static final Pattern PRESS = Pattern.compile("b(\\d{1,9})\\..+");

    private Chats() {}

    static Sender sender(long chat) {
        return new Sender(TelegramChannel.NAME, Long.toString(chat));
    }

    /** Groups have negative ids. */
    static boolean isGroup(Sender chat) {
        return chat.address().startsWith("-");
    }

    /** Our id for a message of a person; ids of Telegram count within a chat. */
    static String said(int messageId) {
        return "m" + messageId;
    }

    static String edited(int messageId, int editDate) {
        return "e" + messageId + "." + editDate;
    }

    /**
     * @param settles whether the question of the message is settled by it
     */
    static String pressed(int messageId, String callback, boolean settles) {
        return (settles ? "b" : "p") + messageId + "." + callback;
    }

    /** Telegram's id of the person's message that is answered. */
    static Optional<Integer> messageId(@Nullable String answers) {
        return number(MESSAGE, answers);
    }

    /** Telegram's id of our message whose question a button settled. */
    static Optional<Integer> pressedOn(@Nullable String answers) {
        return number(PRESS, answers);
    }

    private static Optional<Integer> number(Pattern form, @Nullable String id) {
        var match = form.matcher(id == null ? "" : id);
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }
}
