package org.ximen.meaning;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chat model said. */
public final class ModelWords {
    private static final JsonMapper JSON = new JsonMapper();

    private ModelWords() {}

    /** The JSON object that a text is; else empty. */
    public static Optional<JsonNode> object(String said) {
        try {
            return Optional.ofNullable(JSON.readTree(said)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
