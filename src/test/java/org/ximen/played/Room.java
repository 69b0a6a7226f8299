package org.ximen.played;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat: who is in it and what was said. */
final class Room {
    private static final AtomicLong TURNS = new AtomicLong();

    private final long id;
    private final String type;
    private final InstantSource clock;
    private final List<Seen> seen = new ArrayList<>();
    private int messages;
    private long heard;
    private @Nullable JsonNode keys;
    private boolean remembers = true;
    boolean started;
    @Nullable String refuses;
    @Nullable Long movedTo;

    Room(long id, String type, InstantSource clock) {
        this.id = id;
        this.type = type;
        this.clock = clock;
    }

    synchronized void remember(boolean keep) {
        remembers = keep;
    }

    ObjectNode chat() {
        return Arguments.JSON.createObjectNode().put("id", id).put("type", type);
    }

    synchronized int nextMessage() {
        return ++messages;
    }

    /** The bot says something. */
    synchronized Seen say(Markup words, String sent, @Nullable JsonNode markup, int replyTo) {
        return say(words, sent, markup, replyTo, null);
    }

    /** The bot says something, below a picture if there is one. */
    synchronized Seen say(
            Markup words,
            String sent,
            @Nullable JsonNode markup,
            int replyTo,
            @Nullable String photo) {
        heard++;
        var message =
                new Seen(
                        ++messages,
                        words.text(),
                        sent,
                        words.entities(),
                        Seen.keyboard(markup),
                        replyTo,
                        false,
                        clock.instant(),
                        TURNS.incrementAndGet(),
                        markup,
                        photo);
        if (remembers) {
            seen.add(message);
        }
        if (markup != null && markup.has("keyboard")) {
            keys = markup.get("keyboard");
        } else if (markup != null && markup.has("remove_keyboard")) {
            keys = null;
        }
        return message;
    }

    synchronized Seen edit(int messageId, Markup words, String sent, @Nullable JsonNode markup) {
        var old = find(messageId).orElseThrow(() -> Refusal.bad("message to edit not found"));
        if (old.photo() != null) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        var keyboard = Seen.keyboard(markup);
        if (old.text().equals(words.text())
                && old.entities().equals(words.entities())
                && old.keyboard().equals(keyboard)) {
            throw Refusal.bad(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        var fresh =
                new Seen(
                        messageId,
                        words.text(),
                        sent,
                        words.entities(),
                        keyboard,
                        old.replyTo(),
                        true,
                        clock.instant(),
                        TURNS.incrementAndGet(),
                        markup,
                        null);
        seen.set(seen.indexOf(old), fresh);
        return fresh;
    }

    synchronized void delete(int messageId) {
        var old = find(messageId).orElseThrow(() -> Refusal.bad("message to delete not found"));
        seen.remove(old);
    }

    synchronized Optional<Seen> find(int messageId) {
        return seen.stream().filter(message -> message.messageId() == messageId).findFirst();
    }

    synchronized long heard() {
        return heard;
    }

    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    synchronized Optional<JsonNode> keys() {
        return Optional.ofNullable(keys);
    }

    synchronized void useKeys() {
        keys = null;
    }

    ObjectNode message(Seen message, JsonNode bot) {
        var node = Arguments.JSON.createObjectNode().put("message_id", message.messageId());
        node.set("from", bot);
        node.set("chat", chat());
        node.put("date", message.at().getEpochSecond());
        var photo = message.photo();
        node.put(photo == null ? "text" : "caption", message.text());
        if (photo != null) {
            var sizes = node.putArray("photo");
            sizes.addObject().put("file_id", "small-" + photo).put("width", 90).put("height", 67);
            sizes.addObject().put("file_id", photo).put("width", 800).put("height", 600);
        }
        if (!message.entities().isEmpty()) {
            node.set("entities", message.entities());
        }
        var markup = message.replyMarkup();
        if (markup != null && markup.has("inline_keyboard")) {
            node.set("reply_markup", markup);
        }
        return node;
    }
}
