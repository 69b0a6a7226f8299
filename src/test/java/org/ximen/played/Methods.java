package org.ximen.played;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** The methods of the Bot API, with the checks and the words of the official server. */
final class Methods {
    private static final int LONGEST = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_DATA = 64;

    private final PlayedTelegram telegram;
    private final Map<String, JsonNode> menus = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    Methods(PlayedTelegram telegram) {
        this.telegram = telegram;
    }

    Map<String, JsonNode> menus() {
        return new TreeMap<>(menus);
    }

    /** A pressed button waits for an answer. */
    void expect(String callback) {
        open.add(callback);
    }

    JsonNode call(String method, Arguments given) throws InterruptedException {
        return switch (method) {
            case "getme" -> telegram.bot();
            case "getupdates" -> updates(given);
            case "setwebhook" -> webhook(given);
            case "deletewebhook" -> {
                telegram.webhook(null, null, 1);
                yield BooleanNode.TRUE;
            }
            case "getwebhookinfo" -> telegram.hook.info();
            case "sendmessage" -> send(given);
            case "sendphoto" -> photo(given);
            case "editmessagetext" -> edit(given);
            case "deletemessage" -> {
                room(given).delete((int) given.number("message_id", 0));
                yield BooleanNode.TRUE;
            }
            case "answercallbackquery" -> answered(given);
            case "getfile" -> telegram.cabinet.get(given.text("file_id"));
            case "getchat" -> room(given).chat();
            case "setmycommands" -> menu(given);
            case "deletemycommands" -> withoutMenu(given);
            case "setmydescription",
                    "setmyshortdescription",
                    "sendchataction",
                    "setmyname",
                    "setchatmenubutton",
                    "logout",
                    "close" ->
                    BooleanNode.TRUE;
            default -> throw Refusal.notFound(": method not found");
        };
    }

    private JsonNode updates(Arguments given) throws InterruptedException {
        if (telegram.hook.isSet()) {
            throw Refusal.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to"
                            + " delete the webhook first");
        }
        if (given.has("allowed_updates")) {
            telegram.queue.allow(kinds(given));
        }
        var all = Arguments.JSON.createArrayNode();
        telegram.queue
                .get(
                        (int) given.number("offset", 0),
                        (int) given.number("limit", 100),
                        (int) given.number("timeout", 0))
                .forEach(all::add);
        return all;
    }

    private static Set<String> kinds(Arguments given) {
        return StreamSupport.stream(given.fields().get("allowed_updates").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private JsonNode webhook(Arguments given) {
        var secret = given.text("secret_token");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refusal.bad("secret token contains unallowed characters");
        }
        if (given.has("allowed_updates")) {
            telegram.queue.allow(kinds(given));
        }
        telegram.webhook(
                URI.create(given.text("url")),
                secret.isEmpty() ? null : secret,
                (int) given.number("max_connections", 40));
        return BooleanNode.TRUE;
    }

    private JsonNode send(Arguments given) {
        var room = reachable(given);
        var words = words(given);
        checkButtons(given.fields().get("reply_markup"));
        telegram.limits().take(given.number("chat_id", 0), telegram.now());
        int replyTo =
                (int)
                        new Arguments(given.fields().path("reply_parameters"), Map.of())
                                .number("message_id", 0);
        var said = room.say(words, given.text("text"), given.fields().get("reply_markup"), replyTo);
        return room.message(said, telegram.bot());
    }

    /** A picture is uploaded, or named by the id that an earlier message gave it. */
    private JsonNode photo(Arguments given) {
        var room = reachable(given);
        var words = caption(given);
        checkButtons(given.fields().get("reply_markup"));
        var id =
                given.files().values().stream()
                        .findFirst()
                        .map(telegram.cabinet::put)
                        .orElseGet(() -> given.text("photo"));
        if (!telegram.cabinet.has(id)) {
            throw Refusal.bad("wrong remote file identifier specified: Wrong padding length");
        }
        telegram.limits().take(given.number("chat_id", 0), telegram.now());
        var said =
                room.say(words, given.text("caption"), given.fields().get("reply_markup"), 0, id);
        return room.message(said, telegram.bot());
    }

    private static Markup caption(Arguments given) {
        var text = given.text("caption");
        var words = given.text("parse_mode").isEmpty() ? Markup.plain(text) : Markup.html(text);
        if (words.text().length() > LONGEST_CAPTION) {
            throw Refusal.bad("message caption is too long");
        }
        return words;
    }

    private JsonNode edit(Arguments given) {
        var room = reachable(given);
        var words = words(given);
        checkButtons(given.fields().get("reply_markup"));
        telegram.limits().take(given.number("chat_id", 0), telegram.now());
        var edited =
                room.edit(
                        (int) given.number("message_id", 0),
                        words,
                        given.text("text"),
                        given.fields().get("reply_markup"));
        return room.message(edited, telegram.bot());
    }

    private Room room(Arguments given) {
        return telegram.findRoom(given.number("chat_id", 0))
                .orElseThrow(() -> Refusal.bad("chat not found"));
    }

    private Room reachable(Arguments given) {
        var room = room(given);
        var moved = room.movedTo;
        if (moved != null) {
            throw Refusal.migrated(moved);
        }
        var refuses = room.refuses;
        if (refuses != null) {
            throw Refusal.forbidden(refuses);
        }
        if (!room.started) {
            throw Refusal.forbidden("bot can't initiate conversation with a user");
        }
        return room;
    }

    private static Markup words(Arguments given) {
        var text = given.text("text");
        var words =
                switch (given.text("parse_mode").toLowerCase(java.util.Locale.ROOT)) {
                    case "" -> Markup.plain(text);
                    case "html" -> Markup.html(text);
                    default -> throw Refusal.bad("unsupported parse_mode");
                };
        if (words.text().isBlank()) {
            throw Refusal.bad("message text is empty");
        }
        if (words.text().length() > LONGEST) {
            throw Refusal.bad("message is too long");
        }
        return words;
    }

    private static void checkButtons(@Nullable JsonNode markup) {
        if (markup == null) {
            return;
        }
        for (var row : markup.path("inline_keyboard")) {
            for (var button : row) {
                var data = button.path("callback_data").asString("");
                boolean wrong =
                        !button.has("url")
                                && (data.isEmpty() || Faults.bytes(data).length > LONGEST_DATA);
                if (wrong) {
                    throw Refusal.bad("BUTTON_DATA_INVALID");
                }
            }
        }
    }

    private JsonNode answered(Arguments given) {
        if (!open.remove(given.text("callback_query_id"))) {
            throw Refusal.bad(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode menu(Arguments given) {
        menus.put(scope(given), given.fields().get("commands"));
        return BooleanNode.TRUE;
    }

    private JsonNode withoutMenu(Arguments given) {
        menus.remove(scope(given));
        return BooleanNode.TRUE;
    }

    /** Of one chat with its number; the official server knows no menu of a chat that it has not. */
    private String scope(Arguments given) {
        var scope = given.fields().path("scope");
        var type = scope.path("type").asString("default");
        if (!type.equals("chat")) {
            return type + "|" + given.text("language_code");
        }
        reachable(new Arguments(scope, Map.of()));
        return type + scope.path("chat_id").asString() + "|" + given.text("language_code");
    }
}
