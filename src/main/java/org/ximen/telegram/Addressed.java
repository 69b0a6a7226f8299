package org.ximen.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** In a group we speak only when spoken to: by name, by command, or in reply to us. */
final class Addressed {
    private Addressed() {}

    /** The words without our name; empty where they are not for us. */
    static Optional<String> words(Message message, @Nullable String words, @Nullable String bot) {
        if (words == null || bot == null) {
            return Optional.empty();
        }
        var name = Pattern.compile("@" + Pattern.quote(bot) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
        boolean command = words.startsWith("/") && !words.split("\\s", 2)[0].contains("@");
        boolean named = name.matcher(words).find();
        if (!named && !command && !isReplyTo(message, bot)) {
            return Optional.empty();
        }
        return Optional.of(name.matcher(words).replaceAll("").strip()).filter(w -> !w.isEmpty());
    }

    private static boolean isReplyTo(Message message, String bot) {
        var to = message.getReplyToMessage();
        return to != null
                && to.getFrom() != null
                && bot.toLowerCase(Locale.ROOT)
                        .equals(
                                String.valueOf(to.getFrom().getUserName())
                                        .toLowerCase(Locale.ROOT));
    }
}
