package org.ximen.topics;

import java.util.List;
import java.util.Map;

/**
 * All that staff see of a topic.
 *
 * @param numbers of its cases, newest first
 * @param effects over 30 and 90 days; empty while it is a sign, and where it never was more
 * @param asked how many were told of its end
 * @param answers what they think of it; who was silent is not among them
 */
public record TopicFile(
        CaseTopic topic,
        List<TopicMeasure> measures,
        List<String> numbers,
        List<TopicEffect> effects,
        long asked,
        Map<EffectVerdict, Long> answers) {
    public TopicFile {
        measures = List.copyOf(measures);
        numbers = List.copyOf(numbers);
        effects = List.copyOf(effects);
        answers = Map.copyOf(answers);
    }
}
