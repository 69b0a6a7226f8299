package org.ximen.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;

/**
 * Buttons below a message and keys below the line for typing. The mark before a button's value
 * tells, when it is pressed, whether its question is settled by that.
 */
final class Keyboards {
    private static final String ONCE = "1|";
    private static final String AGAIN = "2|";
    // Two labels of this length fit side by side on a narrow phone.
    private static final int SHORT = 8;
    private static final String SEND_LOCATION = "📍 发送我的位置 Send my location";
    private static final String SEND_PHONE = "📱 留下我的手机号 Leave my number";

    private Keyboards() {}

    /**
     * The keys for a reply.
     *
     * @param bot name of the bot, for the way to a private chat
     */
    static Optional<ReplyKeyboard> of(Reply reply, boolean group, @Nullable String bot) {
        if (group) {
            return reply.wish() == Reply.Wish.PRIVACY && bot != null
                    ? Optional.of(privately(bot))
                    : Optional.empty();
        }
        return switch (reply.wish()) {
            case LOCATION -> Optional.of(keys(reply, locationKey()));
            case PHONE -> Optional.of(keys(reply, phoneKey()));
            case NOTHING, PRIVACY ->
                    Optional.of(reply.choices().isEmpty() ? noKeys() : inline(reply));
        };
    }

    /** The labels of the keys for a reply to one person, row by row. */
    static List<List<String>> labels(Reply reply, @Nullable String bot) {
        return switch (of(reply, false, bot).orElse(null)) {
            case InlineKeyboardMarkup buttons ->
                    buttons.getKeyboard().stream()
                            .map(row -> row.stream().map(InlineKeyboardButton::getText).toList())
                            .toList();
            case ReplyKeyboardMarkup keys ->
                    keys.getKeyboard().stream()
                            .map(row -> row.stream().map(KeyboardButton::getText).toList())
                            .toList();
            case null, default -> List.of();
        };
    }

    /** Buttons below the message. */
    static InlineKeyboardMarkup inline(Reply reply) {
        var mark = reply.kind() == Reply.Kind.QUESTION ? ONCE : AGAIN;
        List<InlineKeyboardRow> rows = new ArrayList<>();
        Choice waiting = null;
        for (var choice : reply.choices()) {
            if (choice.label().length() > SHORT) {
                rows.addAll(row(mark, waiting, null));
                rows.addAll(row(mark, choice, null));
                waiting = null;
            } else if (waiting == null) {
                waiting = choice;
            } else {
                rows.addAll(row(mark, waiting, choice));
                waiting = null;
            }
        }
        rows.addAll(row(mark, waiting, null));
        return new InlineKeyboardMarkup(rows);
    }

    private static List<InlineKeyboardRow> row(
            String mark, @Nullable Choice first, @Nullable Choice second) {
        if (first == null) {
            return List.of();
        }
        var row = new InlineKeyboardRow(button(mark, first));
        if (second != null) {
            row.add(button(mark, second));
        }
        return List.of(row);
    }

    private static InlineKeyboardButton button(String mark, Choice choice) {
        return InlineKeyboardButton.builder()
                .text(choice.label())
                .callbackData(mark + choice.value())
                .build();
    }

    private static InlineKeyboardMarkup privately(String bot) {
        var button =
                InlineKeyboardButton.builder()
                        .text("私聊西门小助 Write in private")
                        .url("https://t.me/" + bot + "?start=group")
                        .build();
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button)));
    }

    // What the buttons of such a reply say is understood as typed words too.
    private static ReplyKeyboard keys(Reply reply, KeyboardButton first) {
        List<KeyboardRow> rows = new ArrayList<>();
        rows.add(new KeyboardRow(first));
        reply.choices().forEach(choice -> rows.add(new KeyboardRow(choice.label())));
        return ReplyKeyboardMarkup.builder()
                .keyboard(rows)
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build();
    }

    private static KeyboardButton locationKey() {
        return KeyboardButton.builder().text(SEND_LOCATION).requestLocation(true).build();
    }

    private static KeyboardButton phoneKey() {
        return KeyboardButton.builder().text(SEND_PHONE).requestContact(true).build();
    }

    private static ReplyKeyboard noKeys() {
        return ReplyKeyboardRemove.builder().removeKeyboard(true).build();
    }

    /** Whether pressing it settles its question. */
    static boolean settles(String data) {
        return data.startsWith(ONCE);
    }

    /** The value of the choice behind a button; as it is where the button is older than marks. */
    static String value(String data) {
        return data.startsWith(ONCE) || data.startsWith(AGAIN) ? data.substring(2) : data;
    }
}
