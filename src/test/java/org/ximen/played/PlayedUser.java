package org.ximen.played;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person with a phone, in a private chat with the bot and in groups. */
public final class PlayedUser {
    private static final int[][] SIZES = {{90, 67}, {320, 240}, {800, 600}};

    private final PlayedTelegram telegram;
    private final long id;
    private final String name;
    private final String language;
    private final Room room;

    PlayedUser(PlayedTelegram telegram, long id, String name, String language) {
        this.telegram = telegram;
        this.id = id;
        this.name = name;
        this.language = language;
        this.room = telegram.room(id, "private");
    }

    /** The person's id, and that of the private chat. */
    public long id() {
        return id;
    }

    ObjectNode self() {
        return Arguments.JSON
                .createObjectNode()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", name)
                .put("language_code", language);
    }

    private ObjectNode message(Room in, int messageId) {
        var message = Arguments.JSON.createObjectNode().put("message_id", messageId);
        message.set("from", self());
        message.set("chat", in.chat());
        return message.put("date", telegram.now().getEpochSecond());
    }

    private int send(Room in, ObjectNode message) {
        if (in == room) {
            room.started = true;
        }
        push("message", message);
        return message.get("message_id").asInt();
    }

    private void push(String kind, JsonNode content) {
        var update = Arguments.JSON.createObjectNode();
        update.set(kind, content);
        telegram.push(update);
    }

    private ObjectNode fresh() {
        return message(room, room.nextMessage());
    }

    private static void text(ObjectNode message, String words) {
        message.put("text", words);
        if (words.startsWith("/")) {
            message.putArray("entities")
                    .addObject()
                    .put("type", "bot_command")
                    .put("offset", 0)
                    .put("length", words.split("\\s", 2)[0].length());
        }
    }

    /** Writes in the private chat. */
    public int say(String words) {
        var message = fresh();
        text(message, words);
        return send(room, message);
    }

    /** Has begun to talk with the bot some time ago. */
    public void begin() {
        room.started = true;
    }

    /** How many messages and edits came so far. */
    public long heard() {
        return room.heard();
    }

    /** Opens the bot by a link. */
    public int start(String payload) {
        return say("/start" + (payload.isEmpty() ? "" : " " + payload));
    }

    /** Presses the newest button with this label. */
    public void press(String label) {
        var seen = room.seen();
        for (int i = seen.size() - 1; i >= 0; i--) {
            for (var row : seen.get(i).keyboard()) {
                for (var button : row) {
                    if (button.label().equals(label)) {
                        press(seen.get(i), button);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + (seen.isEmpty() ? "" : last()));
    }

    private void press(Seen message, Button button) {
        var callback = UUID.randomUUID().toString();
        telegram.expect(callback);
        var query = Arguments.JSON.createObjectNode().put("id", callback);
        query.set("from", self());
        query.set("message", room.message(message, telegram.bot()));
        query.put("chat_instance", "1").put("data", button.data());
        push("callback_query", query);
    }

    /** Presses a key below the line for typing that sends its words. */
    public void pressKey(String label) {
        if (!keys().contains(label)) {
            throw new AssertionError("no key " + label + " in " + keys());
        }
        room.useKeys();
        say(label);
    }

    /** The keys that are shown below the line for typing. */
    public List<String> keys() {
        return room.keys().stream()
                .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .map(key -> key.path("text").asString(""))
                .toList();
    }

    /** Sends a photo. */
    public int photo(byte[] jpeg, @Nullable String caption) {
        return send(room, pictured(jpeg, caption, null));
    }

    private ObjectNode pictured(byte[] jpeg, @Nullable String caption, @Nullable String album) {
        var message = fresh();
        var file = telegram.cabinet.put(jpeg);
        var sizes = message.putArray("photo");
        for (var size : SIZES) {
            sizes.addObject()
                    .put("file_id", size[0] == 800 ? file : file + "-" + size[0])
                    .put("file_unique_id", "u" + file + size[0])
                    .put("width", size[0])
                    .put("height", size[1])
                    .put("file_size", size[0] == 800 ? jpeg.length : 1000);
        }
        if (caption != null) {
            message.put("caption", caption);
        }
        if (album != null) {
            message.put("media_group_id", album);
        }
        return message;
    }

    /** Sends several photos as one album, the words below the first. */
    public void album(List<byte[]> jpegs, @Nullable String caption) {
        var album = UUID.randomUUID().toString();
        for (int i = 0; i < jpegs.size(); i++) {
            send(room, pictured(jpegs.get(i), i == 0 ? caption : null, album));
        }
    }

    /** Sends a file. */
    public int document(byte[] bytes, String fileName, String mime) {
        var message = fresh();
        message.putObject("document")
                .put("file_id", telegram.cabinet.put(bytes))
                .put("file_unique_id", "d" + fileName)
                .put("file_name", fileName)
                .put("mime_type", mime)
                .put("file_size", bytes.length);
        return send(room, message);
    }

    /** Sends what was spoken. */
    public int voice() {
        var message = fresh();
        message.putObject("voice")
                .put("file_id", "v1")
                .put("file_unique_id", "uv1")
                .put("duration", 3);
        return send(room, message);
    }

    /** Sends a place. */
    public int location(double latitude, double longitude) {
        return send(room, at(fresh(), latitude, longitude, 0));
    }

    /** Begins to send where the person is. */
    public int liveLocation(double latitude, double longitude) {
        return send(room, at(fresh(), latitude, longitude, 900));
    }

    /** Goes on sending where the person is. */
    public void moveLive(int messageId, double latitude, double longitude) {
        var message = at(message(room, messageId), latitude, longitude, 900);
        push("edited_message", message.put("edit_date", telegram.now().getEpochSecond()));
    }

    private static ObjectNode at(ObjectNode message, double latitude, double longitude, int live) {
        var location =
                message.putObject("location").put("latitude", latitude).put("longitude", longitude);
        if (live > 0) {
            location.put("live_period", live);
        }
        return message;
    }

    /** Sends a place from a list. */
    public int venue(double latitude, double longitude, String title, String address) {
        var message = at(fresh(), latitude, longitude, 0);
        var venue = message.putObject("venue").put("title", title).put("address", address);
        venue.putObject("location").put("latitude", latitude).put("longitude", longitude);
        return send(room, message);
    }

    /** Sends one's own card, or somebody else's. */
    public int contact(String phone, long of) {
        var message = fresh();
        message.putObject("contact")
                .put("phone_number", phone)
                .put("first_name", name)
                .put("user_id", of);
        return send(room, message);
    }

    /** Changes an earlier message. */
    public void edit(int messageId, String words) {
        var message = message(room, messageId);
        text(message, words);
        push("edited_message", message.put("edit_date", telegram.now().getEpochSecond()));
    }

    /** Blocks the bot. */
    public void block() {
        room.refuses = "bot was blocked by the user";
        member("member", "kicked");
    }

    /** Blocks the bot before it could be told. */
    public void blockSilently() {
        room.started = true;
        room.refuses = "bot was blocked by the user";
    }

    /** Lets the bot write again. */
    public void unblock() {
        room.refuses = null;
        member("kicked", "member");
    }

    private void member(String before, String after) {
        var change = Arguments.JSON.createObjectNode();
        change.set("chat", room.chat());
        change.set("from", self());
        change.put("date", telegram.now().getEpochSecond());
        change.set("old_chat_member", status(before));
        change.set("new_chat_member", status(after));
        push("my_chat_member", change);
    }

    private ObjectNode status(String status) {
        var member = Arguments.JSON.createObjectNode();
        member.set("user", telegram.bot());
        member.put("status", status);
        return status.equals("kicked") ? member.put("until_date", 0) : member;
    }

    /** Writes in a group. */
    public int sayIn(PlayedGroup group, String words) {
        var message = message(group.room(), group.room().nextMessage());
        text(message, words);
        return send(group.room(), message);
    }

    /** Answers a message of the bot in a group. */
    public int replyIn(PlayedGroup group, Seen to, String words) {
        var message = message(group.room(), group.room().nextMessage());
        text(message, words);
        message.set("reply_to_message", group.room().message(to, telegram.bot()));
        return send(group.room(), message);
    }

    /** What the bot said, as it stands now, oldest first. */
    public List<Seen> inbox() {
        return room.seen();
    }

    /** The newest message of the bot. */
    public Seen last() {
        return Optional.of(room.seen())
                .filter(seen -> !seen.isEmpty())
                .map(List::getLast)
                .orElseThrow(() -> new AssertionError("the bot said nothing to " + name));
    }

    /** The texts of all messages of the bot. */
    public List<String> texts() {
        return new ArrayList<>(room.seen().stream().map(Seen::text).toList());
    }
}
