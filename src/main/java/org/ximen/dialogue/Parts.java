package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.cases.Intake;
import org.ximen.text.Plain;

/** Takes a message apart that reports something and asks something. */
final class Parts {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])");

    private Parts() {}

    /** The report and then the question; empty unless both are plainly there. */
    static Optional<List<Intent>> of(String words, Intake intake) {
        List<String> told = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (var sentence : SENTENCE_END.split(words)) {
            var lean = new Lean(Plain.comparable(sentence), intake);
            (lean.isClearlyQuestion() ? asked : told).add(sentence.strip());
        }
        var report = String.join("", told);
        if (asked.isEmpty() || !new Lean(Plain.comparable(report), intake).isNewReport()) {
            return Optional.empty();
        }
        return Optional.of(
                List.of(new Intent.Ask(String.join("", asked)), new Intent.Report(report)));
    }
}
