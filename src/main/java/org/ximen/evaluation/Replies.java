package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Finding.Answered;

/** Whether replies say the right thing and cite where it stands. */
final class Replies {
    /** How a reply turned out. */
    enum Worth {
        RIGHT("说对并引对"),
        ONLY_SAID("说对但引错"),
        ONLY_CITED("引对但没说到"),
        WRONG("答错"),
        BANDED("反问"),
        REFUSED("拒答");

        private final String shown;

        Worth(String shown) {
            this.shown = shown;
        }
    }

    private final Map<Worth, Integer> counts = new EnumMap<>(Worth.class);
    private final int questions;

    /**
     * @param ask what the knowledge base says to a line
     */
    Replies(Bench bench, List<Line> lines, Function<Line, Finding> ask) {
        questions = lines.size();
        for (var line : lines) {
            counts.merge(worth(bench, line, ask.apply(line)), 1, Integer::sum);
        }
    }

    private static Worth worth(Bench bench, Line line, Finding finding) {
        return switch (finding) {
            case Answered answered -> worth(bench, line, answered);
            case Finding.Unsure unsure -> Worth.BANDED;
            case Finding.Nothing nothing -> Worth.REFUSED;
        };
    }

    private static Worth worth(Bench bench, Line line, Answered answered) {
        var text = bare(answered.text());
        boolean says = answers(line).stream().map(Replies::bare).anyMatch(text::contains);
        var gold = Gold.in(line);
        boolean cites =
                answered.citations().stream()
                        .anyMatch(c -> gold.contains(bench.id(c.article(), c.section())));
        if (says) {
            return cites ? Worth.RIGHT : Worth.ONLY_SAID;
        }
        return cites ? Worth.ONLY_CITED : Worth.WRONG;
    }

    /** The gold answers; any of them will do. */
    static List<String> answers(Line line) {
        var all = new ArrayList<>(line.texts("answer"));
        all.addAll(line.texts("answers"));
        all.removeIf(String::isBlank);
        if (all.isEmpty()) {
            throw line.bad("缺少字段 answer 或 answers");
        }
        return all;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    Figures figures() {
        return new Figures()
                .count("questions", questions)
                .share("answered", counts.getOrDefault(Worth.RIGHT, 0), questions);
    }

    /** How the replies turned out, in words. */
    String details() {
        var words = new ArrayList<String>();
        counts.forEach((worth, count) -> words.add(worth.shown + " " + count));
        return String.join("，", words);
    }
}
