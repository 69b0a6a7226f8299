package org.ximen.played;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message of the bot as it stands in a chat now.
 *
 * @param text without marks
 * @param sent as the bot sent it
 * @param replyTo id of the message it answers, 0 for none
 * @param photo id of its picture
 * @param turn grows with every message and every edit in any chat
 */
public record Seen(
        int messageId,
        String text,
        String sent,
        JsonNode entities,
        List<List<Button>> keyboard,
        int replyTo,
        boolean edited,
        Instant at,
        long turn,
        @Nullable JsonNode replyMarkup,
        @Nullable String photo) {

    /** The labels of its buttons. */
    public List<String> labels() {
        return keyboard.stream().flatMap(List::stream).map(Button::label).toList();
    }

    static List<List<Button>> keyboard(@Nullable JsonNode markup) {
        List<List<Button>> rows = new ArrayList<>();
        if (markup != null) {
            for (var row : markup.path("inline_keyboard")) {
                List<Button> buttons = new ArrayList<>();
                row.forEach(b ->
                        buttons.add(
                                new Button(
                                        b.path("text").asString(""),
                                        b.hasNonNull("callback_data")
                                                ? b.get("callback_data").asString()
                                                : null,
                                        b.hasNonNull("url") ? b.get("url").asString() : null)));
                rows.add(List.copyOf(buttons));
            }
        }
        return List.copyOf(rows);
    }
}
