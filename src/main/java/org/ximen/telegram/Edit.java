package org.ximen.telegram;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Reply;

/**
 * What follows on a button takes the place of the question that the button settled, so that a
 * report stays one card and no old button is left to press. Help is said beside it: a second tap
 * must not wipe out the receipt that the first one brought.
 */
final class Edit {
    private Edit() {}

    static Optional<EditMessageText> of(Outgoing message) {
        boolean first = message.part() == 0;
        boolean fits =
                message.reply().wish() == Reply.Wish.NOTHING
                        && message.reply().picture() == null
                        && message.reply().kind() != Reply.Kind.HELP;
        return first && fits
                ? Chats.pressedOn(message.answers())
                        .filter(id -> id > 0)
                        .map(id -> edit(message, id))
                : Optional.empty();
    }

    private static EditMessageText edit(Outgoing message, int id) {
        return EditMessageText.builder()
                .chatId(message.to().address())
                .messageId(id)
                .text(Form.html(message.reply()))
                .parseMode("HTML")
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(Keyboards.inline(message.reply()))
                .build();
    }
}
