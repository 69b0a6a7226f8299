package org.ximen.gaps;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.gaps.GapTable.Likeness;
import org.ximen.gaps.QuestionTable.Loose;
import org.ximen.isolation.IsolatedRun;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Vectors;

/**
 * Puts questions of one meaning together, in the order in which they were asked. A question belongs
 * to the group whose first question is nearest to it, so that groups do not creep.
 */
final class Grouping {
    private static final Logger LOG = LoggerFactory.getLogger(Grouping.class);
    private static final int AT_ONCE = 50;
    // For so long somebody may still take a choice of 您是想问…？
    private static final Duration CHOOSING = Duration.ofMinutes(10);
    // 结婚登记要预约吗 and 离婚登记要预约吗 are nearer for the model than most ways to ask one thing:
    // where only a word differs, that word is the matter, so likeness of form counts against.
    // On 30 + 30 pairs made to be hard, 15 of those that mean the same join and none that does not
    // (cosine 0.8 alone: 11 and 6); on 24 + 24 others, kept for the check, 15 and 2 (10 and 7).
    private static final double FORM = 0.25;
    private static final double NEAR = 0.72;
    // Without a model only nearly the same words are the same question.
    private static final double ALIKE = 0.85;
    private static final double SAME = 2;

    private final Db db;
    private final QuestionTable questions;
    private final GapTable gaps;
    private final @Nullable Embedder embedder;

    Grouping(Db db, QuestionTable questions, GapTable gaps, @Nullable Embedder embedder) {
        this.db = db;
        this.questions = questions;
        this.gaps = gaps;
        this.embedder = embedder;
    }

    /** Groups what waits; returns how many questions. Slow where a model reads them. */
    synchronized int sweep(Instant now) {
        var loose = questions.loose(now.minus(CHOOSING), AT_ONCE);
        if (!loose.isEmpty()) {
            var known = known();
            IsolatedRun.each(loose, question -> group(question, known, now), Grouping::aside);
        }
        return loose.size();
    }

    /** A question that was read, and the groups that it is held against. */
    record Heard(String text, float @Nullable [] vector, List<Likeness> known) {}

    /** Reads a question, slow where a model does, for work that puts it into its group. */
    synchronized <T> T reading(String text, Function<Heard, T> work) {
        return work.apply(new Heard(text, vector(text), known()));
    }

    /** Finds or opens the group of a question that was read, in the caller's transaction. */
    void place(long question, Heard heard, Instant now) {
        put(new Loose(question, heard.text()), heard.vector(), heard.known(), now);
    }

    /** A question that fails is tried again by the next sweep, and holds up no other. */
    private static void aside(Loose question, Throwable why) {
        LOG.error("question {} was not grouped", question.id(), why);
    }

    private List<Likeness> known() {
        var known = new ArrayList<Likeness>();
        for (var gap : gaps.likenesses(embedder == null ? "" : embedder.model())) {
            known.add(gap.vector() == null ? read(gap) : gap);
        }
        return known;
    }

    /** Reads what no model, or another one, had read. */
    private Likeness read(Likeness gap) {
        var vector = vector(gap.question());
        keep(gap.id(), vector);
        return new Likeness(gap.id(), gap.into(), gap.question(), vector);
    }

    private void keep(long gap, float @Nullable [] vector) {
        if (vector != null && embedder != null) {
            gaps.vector(gap, embedder.model(), vector);
        }
    }

    private void group(Loose question, List<Likeness> known, Instant now) {
        put(question, vector(question.text()), known, now);
    }

    private void put(Loose question, float @Nullable [] vector, List<Likeness> known, Instant now) {
        var nearest = nearest(question.text(), vector, known);
        if (nearest.isPresent()) {
            join(question, nearest.get().into(), now);
        } else {
            known.add(open(question, vector, now));
        }
    }

    private void join(Loose question, long gap, Instant now) {
        db.run(() -> {
            if (questions.put(question.id(), gap)) {
                gaps.reopen(gap, now);
                questions.unlinkWhereSettled(question.id());
            }
        });
    }

    private Likeness open(Loose question, float @Nullable [] vector, Instant now) {
        return db.in(() -> {
            long id = gaps.insert(question.text(), now);
            questions.put(question.id(), id);
            keep(id, vector);
            return new Likeness(id, id, question.text(), vector);
        });
    }

    /** The nearest group that is near enough; of two as near, the older. */
    private static Optional<Likeness> nearest(
            String text, float @Nullable [] vector, List<Likeness> known) {
        return known.stream()
                .map(gap -> new Near(gap, nearness(text, vector, gap)))
                .filter(near -> near.nearness() >= 1)
                .max(
                        Comparator.comparingDouble(Near::nearness)
                                .thenComparing(near -> -near.gap().id()))
                .map(Near::gap);
    }

    private record Near(Likeness gap, double nearness) {}

    /** From 1 on they mean the same. */
    private static double nearness(String text, float @Nullable [] vector, Likeness gap) {
        var one = Words.bare(text);
        var two = Words.bare(gap.question());
        if (one.equals(two)) {
            return SAME;
        }
        var other = gap.vector();
        double alike = Words.likeness(one, two);
        return vector == null || other == null
                ? alike / ALIKE
                : (Vectors.cosine(vector, other) - FORM * alike) / NEAR;
    }

    private float @Nullable [] vector(String text) {
        var words = Words.bare(text);
        if (embedder == null || words.isEmpty()) {
            return null;
        }
        return IsolatedRun.<float @Nullable [], RuntimeException>of(
                () -> embedder.embed(List.of(words)).getFirst().vector(),
                why -> { // words still tell
                    LOG.warn("The embedding model failed, grouping by words only", why);
                    return null;
                });
    }
}
