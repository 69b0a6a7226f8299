package org.ximen.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where something stands in a file. A record is made when all of its keys are read, so the parser
 * has gone past the wrong one by the time it is refused.
 */
final class Lines {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Lines() {}

    /**
     * The line, from 1, of the innermost part of the path that is in the file.
     *
     * @param path keys and, for entries of lists, numbers from 0
     */
    static Optional<Integer> of(Path file, List<?> path) {
        try (var parser = YAML.createParser(file.toFile())) {
            parser.nextToken();
            int line = 0;
            for (var step : path) {
                if (!found(parser, step)) {
                    break;
                }
                line = parser.currentTokenLocation().getLineNr();
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    parser.nextToken();
                }
            }
            return line > 0 ? Optional.of(line) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** What stands at the path; nothing where the file can no longer be read. */
    static JsonNode at(Path file, List<?> path) {
        JsonNode node;
        try {
            node = YAML.readTree(file.toFile());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
        for (var step : path) {
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static boolean found(JsonParser parser, Object step) {
        return step instanceof Integer index ? entry(parser, index) : value(parser, step);
    }

    /** Goes to the entry of the list that the parser stands at. */
    private static boolean entry(JsonParser parser, int index) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        parser.nextToken();
        for (int i = 0; i < index && parser.currentToken() != JsonToken.END_ARRAY; i++) {
            parser.skipChildren();
            parser.nextToken();
        }
        return parser.currentToken() != JsonToken.END_ARRAY;
    }

    /** Goes to the key in the map that the parser stands at. */
    private static boolean value(JsonParser parser, Object key) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (key.equals(parser.currentName())) {
                return true;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return false;
    }
}
