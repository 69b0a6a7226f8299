package org.ximen.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.ximen.inbox.Raw;

/** Updates as text: what can be told of one without understanding it, and reading it. */
final class Updates {
    /** The kinds we ask for. */
    static final List<String> WANTED =
            List.of("message", "edited_message", "callback_query", "my_chat_member");

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int HASH_BYTES = 8;
    private static final String NOBODY = "0";

    private Updates() {}

    /** The number by which an update is confirmed; empty where it has none. */
    static Optional<Integer> id(String update) {
        return parsed(update)
                .map(tree -> tree.path("update_id"))
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt);
    }

    /**
     * An update to be stored. Telegram may count anew after a quiet week, so that a number alone
     * would not tell the same update again.
     */
    static Raw raw(String update) {
        var tree = parsed(update).orElseGet(JSON::createObjectNode);
        var key = tree.path("update_id").asText("-") + ":" + hash(update);
        return new Raw(TelegramChannel.NAME, key, chat(tree), update);
    }

    private static String chat(JsonNode update) {
        for (var kind : update) {
            for (var chat : List.of(kind.path("chat"), kind.path("message").path("chat"))) {
                if (chat.path("id").isIntegralNumber()) {
                    return chat.path("id").asText();
                }
            }
        }
        return NOBODY;
    }

    /**
     * @throws JsonProcessingException if it is none that we know
     */
    static Update read(String update) throws JsonProcessingException {
        return JSON.readValue(update, Update.class);
    }

    /** Whether the update is a JSON object at all. */
    private static Optional<JsonNode> parsed(String update) {
        try {
            return Optional.of(JSON.readTree(update)).filter(ObjectNode.class::isInstance);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
