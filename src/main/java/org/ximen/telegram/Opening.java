package org.ximen.telegram;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.ximen.chat.Incoming.Manner;

/** Opens updates: what is in them for us. */
final class Opening {
    private static final String PRIVATE = "private";
    private static final Set<String> GONE = Set.of("kicked", "left");

    private Opening() {}

    /**
     * @param bot name of the bot, without @
     */
    static Letter of(Update update, @Nullable String bot) {
        if (update.getMessage() != null) {
            return message(update.getMessage(), bot, false);
        }
        if (update.getEditedMessage() != null) {
            return edited(update.getEditedMessage(), bot);
        }
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery());
        }
        return update.getMyChatMember() == null
                ? new Letter.Nothing()
                : membership(update.getMyChatMember());
    }

    private static Letter edited(Message message, @Nullable String bot) {
        // A live location moves all the time; where it began is what was told.
        return message.getLocation() != null || message.getEditDate() == null
                ? new Letter.Nothing()
                : message(message, bot, true);
    }

    private static Letter message(Message message, @Nullable String bot, boolean edited) {
        if (message.getFrom() != null && Boolean.TRUE.equals(message.getFrom().getIsBot())) {
            return new Letter.Nothing();
        }
        boolean group = !PRIVATE.equals(message.getChat().getType());
        var words = words(message);
        var addressed = group ? Addressed.words(message, words, bot) : Optional.ofNullable(words);
        if (group && addressed.isEmpty()) {
            return new Letter.Nothing();
        }
        var contents = Contents.of(message);
        if (contents.isEmpty() && addressed.isEmpty()) {
            return new Letter.Nothing();
        }
        return new Letter.Message(
                Chats.sender(message.getChatId()),
                edited
                        ? Chats.edited(message.getMessageId(), message.getEditDate())
                        : Chats.said(message.getMessageId()),
                addressed.orElse(null),
                contents.location(),
                // An edited caption does not make its picture a new one; a group sees no reports.
                edited || group ? List.of() : contents.pictures(),
                edited || group ? null : message.getMediaGroupId(),
                group ? null : contents.phone(),
                contents.missed(),
                manners(group, edited));
    }

    /** What was written: as text, below a picture, or as the name and address of a venue. */
    private static @Nullable String words(Message message) {
        var venue = message.getVenue();
        if (venue != null) {
            return Stream.of(venue.getTitle(), venue.getAddress())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
        return message.getText() == null ? message.getCaption() : message.getText();
    }

    private static Set<Manner> manners(boolean group, boolean edited) {
        if (group) {
            return edited ? Set.of(Manner.IN_PUBLIC, Manner.EDITED) : Set.of(Manner.IN_PUBLIC);
        }
        return edited ? Set.of(Manner.EDITED) : Set.of();
    }

    private static Letter press(CallbackQuery query) {
        var on = query.getMessage();
        if (on == null || query.getData() == null) {
            return new Letter.Nothing();
        }
        return new Letter.Press(
                Chats.sender(on.getChatId()), on.getMessageId(), query.getId(), query.getData());
    }

    private static Letter membership(ChatMemberUpdated change) {
        return PRIVATE.equals(change.getChat().getType())
                ? new Letter.Membership(
                        Chats.sender(change.getChat().getId()),
                        !GONE.contains(change.getNewChatMember().getStatus()))
                : new Letter.Nothing();
    }
}
