package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ximen.dialogue.ask.FollowUpSearch.Heard;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Phrased;

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

    /** What else is counted. */
    enum Extra {
        /** A right passage is among the first five for the question as it was looked up. */
        HIT_AT_5,
        /** Of the answers: the first source is the right document in the right version. */
        IN_FORCE
    }

    /** Asks one line. */
    interface Asker {
        Heard ask(Bench bench, Line line);
    }

    private static final int FEW = 5;

    private final Map<Worth, Integer> counts = new EnumMap<>(Worth.class);
    private final int questions;
    private final Set<Extra> extras;
    private int hits;
    private int answered;
    private int inForce;
    private int phrased;

    Replies(Bench bench, List<Line> lines, Asker asker, Set<Extra> extras) {
        this.questions = lines.size();
        this.extras = extras;
        for (var line : lines) {
            var heard = asker.ask(bench, line);
            counts.merge(worth(bench, line, heard.finding()), 1, Integer::sum);
            if (extras.contains(Extra.HIT_AT_5) && hits(bench, line, heard.question())) {
                hits++;
            }
            if (heard.finding() instanceof Answered answer) {
                answered++;
                phrased += answer.aside() instanceof Phrased ? 1 : 0;
                inForce += isInForce(bench, line, answer) ? 1 : 0;
            }
        }
    }

    private static boolean hits(Bench bench, Line line, String question) {
        return bench.ranked(question, line.asker()).stream()
                .limit(FEW)
                .anyMatch(Gold.in(line)::contains);
    }

    private static boolean isInForce(Bench bench, Line line, Answered answer) {
        var first = answer.citations().getFirst();
        var cited = document(bench.id(first.article(), first.section()));
        return Gold.in(line).stream().map(Replies::document).anyMatch(cited::equals);
    }

    private static String document(String id) {
        return id.replaceFirst("#.*", "");
    }

    private static Worth worth(Bench bench, Line line, Finding finding) {
        return switch (finding) {
            case Answered answered -> worth(bench, line, answered);
            case Finding.Unsure unsure -> Worth.BANDED;
            case Finding.Silent silent -> Worth.REFUSED;
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
        var figures =
                new Figures()
                        .count("questions", questions)
                        .share("answered", counts.getOrDefault(Worth.RIGHT, 0), questions);
        if (extras.contains(Extra.HIT_AT_5)) {
            figures.share("hit@5", hits, questions);
        }
        if (extras.contains(Extra.IN_FORCE)) {
            figures.share("in_force", inForce, answered);
        }
        return figures;
    }

    /** The figures beside those of quoting; {@code said}: of the answers, those in its words. */
    Figures beside() {
        return new Figures()
                .share("answered", counts.getOrDefault(Worth.RIGHT, 0), questions)
                .share("said", phrased, answered);
    }

    /** How the replies turned out, in words. */
    String details() {
        var words = new ArrayList<String>();
        counts.forEach((worth, count) -> words.add(worth.shown + " " + count));
        return String.join("，", words);
    }
}
