package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.meaning.ModelQuestion.Form;
import org.ximen.meaning.ModelQuestion.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a chat model answered.
 *
 * @param text with marks 〔1〕〔2〕 before the end of each sentence
 * @param used numbers of the passages it says it used
 * @param enough whether it says the passages answer
 * @param reports whether it would rather have something reported
 */
record ModelAnswer(String text, List<Integer> used, boolean enough, boolean reports) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REPORT = "report";

    static final List<Part> PARTS =
            List.of(
                    Part.of("answer", Form.TEXT),
                    Part.of("used", Form.NUMBERS),
                    Part.of("enough", Form.FLAG),
                    Part.choice("action", List.of("none", "person", REPORT)));

    ModelAnswer {
        used = List.copyOf(used);
    }

    /** Empty where it is no such object. */
    static Optional<ModelAnswer> read(String said) {
        return object(said).filter(ModelAnswer::isWhole).map(ModelAnswer::of);
    }

    /** The JSON object that a text is; else empty. */
    static Optional<JsonNode> object(String said) {
        try {
            return Optional.ofNullable(JSON.readTree(said)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(JsonNode node) {
        return node.path("answer").isString()
                && node.path("used").isArray()
                && node.path("enough").isBoolean();
    }

    private static ModelAnswer of(JsonNode node) {
        var used = new ArrayList<Integer>();
        node.path("used").forEach(each -> used.add(each.asInt(0)));
        return new ModelAnswer(
                AnswerMarks.placed(node.path("answer").asString()),
                used,
                node.path("enough").asBoolean(),
                node.path("action").asString("").equals(REPORT));
    }
}
