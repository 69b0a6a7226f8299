package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Retriever.Mode;

/** Whether the right passages are found, how far up, and how quickly. */
final class Retrieval {
    private static final int SHOWN = 10;

    private final List<Found> found = new ArrayList<>();

    /**
     * One question.
     *
     * @param gold ids of the right passages
     * @param hits ids found, best first, at most ten
     * @param rank of the first right one, counted from 1; 0 if it is not among them
     * @param document whether the first hit is of a right document
     */
    record Found(
            String question,
            Set<String> gold,
            List<String> hits,
            int rank,
            boolean document,
            long nanos) {}

    /** Asks everything; the first question is asked twice, since the first search loads things. */
    Retrieval(Bench bench, List<Line> questions, List<Set<String>> gold, Mode mode) {
        bench.ranked(questions.getFirst(), mode);
        for (int i = 0; i < questions.size(); i++) {
            long start = System.nanoTime();
            var hits = bench.ranked(questions.get(i), mode);
            long nanos = System.nanoTime() - start;
            found.add(found(questions.get(i), gold.get(i), hits, nanos));
        }
    }

    private static Found found(Line line, Set<String> gold, List<String> all, long nanos) {
        var hits = all.stream().limit(SHOWN).toList();
        var right = hits.stream().filter(gold::contains).findFirst();
        int rank = right.map(id -> hits.indexOf(id) + 1).orElse(0);
        boolean document =
                !hits.isEmpty()
                        && gold.stream()
                                .anyMatch(id -> document(id).equals(document(hits.getFirst())));
        return new Found(line.text("question"), gold, hits, rank, document, nanos);
    }

    private static String document(String id) {
        return id.replaceFirst("#.*", "");
    }

    /** Each question with what was found. */
    List<Found> found() {
        return found;
    }

    Figures figures() {
        int all = found.size();
        double mrr = found.stream().mapToDouble(f -> f.rank() == 0 ? 0 : 1.0 / f.rank()).sum();
        var nanos = found.stream().mapToLong(Found::nanos).toArray();
        return new Figures()
                .count("questions", all)
                .share("hit@1", within(1), all)
                .share("hit@5", within(5), all)
                .share("hit@10", within(10), all)
                .share("doc@1", found.stream().filter(Found::document).count(), all)
                .share("mrr@10", mrr, all)
                .milliseconds("p50", nanos, 50)
                .milliseconds("p95", nanos, 95);
    }

    private long within(int rank) {
        return found.stream().filter(f -> f.rank() > 0 && f.rank() <= rank).count();
    }

    /** The share of the questions that are rightly not answered, where nothing right is indexed. */
    static Figures refused(Figures figures, Bench bench, List<Line> questions) {
        long refused =
                questions.stream()
                        .filter(line -> !(bench.answer(line) instanceof Finding.Answered))
                        .count();
        return figures.share("refused", refused, questions.size());
    }
}
