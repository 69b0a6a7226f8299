package org.ximen.readings;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.readings.KeptReading.Why;
import org.ximen.understanding.Example;
import org.ximen.understanding.ModelRenewal;
import org.ximen.understanding.ModelRenewal.Broken;
import org.ximen.understanding.ModelRenewal.Renewed;

/** Lets the model learn from what staff confirmed, and all machines read by it. */
public final class CorrectionTraining {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionTraining.class);
    // Whoever judges one reading judges more of them.
    private static final Duration QUIET = Duration.ofMinutes(1);
    // 60 false ones of one account move 8 of 303 sentences (CorrectionsBench).
    private static final int MOST_OF_ONE = 60;

    private final Db db;
    private final ReadingTable readings;
    private final LearntTable learnt;
    private final ModelRenewal renewal;
    private final Runnable pause;
    // What this machine cannot learn as another did.
    private volatile String passedOver = "";

    /**
     * @param pause called again and again while it learns, so that the processor can be left to
     *     others
     */
    public CorrectionTraining(Db db, ModelRenewal renewal, Runnable pause) {
        this.db = db;
        this.readings = new ReadingTable(db.client());
        this.learnt = new LearntTable(db.client());
        this.renewal = renewal;
        this.pause = pause;
    }

    /**
     * Learns if something was judged, revoked or erased since, and nobody judges just now; for all
     * machines. Must not be called inside a transaction. Returns how many corrections it learnt
     * from.
     */
    public int sweep(Instant now) {
        var revision = revision();
        if (isLearnt(revision) || isJudging(now)) {
            return 0;
        }
        var judged = judged();
        var renewed = renewal.learn(examples(judged), pause);
        var result = result(renewed, judged, now);
        db.run(() -> learnt.put(result, revision));
        tell(result);
        return judged.size();
    }

    private String revision() {
        return renewal.basis() + " " + readings.revision();
    }

    private boolean isJudging(Instant now) {
        return readings.lastJudged().filter(last -> now.isBefore(last.plus(QUIET))).isPresent();
    }

    private boolean isLearnt(String revision) {
        return learnt.revision()
                .map(revision::equals)
                .orElseGet(() -> readings.lastJudged().isEmpty());
    }

    /** Who puts cases into which kind. */
    private record Lesson(String by, Correction said) {}

    /** What staff confirmed; of the cases that one account puts into one kind only the newest. */
    private List<KeptReading> judged() {
        Map<Lesson, Integer> told = new HashMap<>();
        return readings.judged().reversed().stream()
                .filter(kept ->
                        kept.why() != Why.RECLASSIFIED
                                || told.merge(lesson(kept), 1, Integer::sum) <= MOST_OF_ONE)
                .toList()
                .reversed();
    }

    private static Lesson lesson(KeptReading kept) {
        var judgement = Objects.requireNonNull(kept.judgement(), "judged");
        return new Lesson(judgement.by(), judgement.said());
    }

    private static List<Example> examples(List<KeptReading> judged) {
        return judged.stream()
                .map(kept ->
                        CorrectionExample.of(
                                kept.read(),
                                Objects.requireNonNull(kept.judgement(), "judged").said()))
                .toList();
    }

    private LearntModel result(Renewed renewed, List<KeptReading> judged, Instant now) {
        var broken = renewed.broken();
        var suspects = broken.stream().map(Broken::suspect).distinct().map(judged::get);
        return new LearntModel(
                renewal.inUse(),
                broken.isEmpty(),
                judged.size(),
                broken.stream().map(Broken::sentence).toList(),
                suspects.map(KeptReading::id).toList(),
                now);
    }

    private static void tell(LearntModel result) {
        if (result.taken()) {
            LOG.info("用 {} 条核对过的话重新学过，已在用", result.examples());
        } else {
            LOG.warn(
                    "用 {} 条核对过的话学过，有 {} 句必须听对的话听错，没有换上", result.examples(), result.broken().size());
        }
    }

    /**
     * Reads by the model that is in use for all machines; learns it if it was learnt elsewhere.
     * Every machine calls it for itself.
     */
    public void follow() {
        var revision = learnt.revision().filter(of -> of.startsWith(renewal.basis())).orElse("");
        if (!revision.isEmpty() && !revision.equals(passedOver)) {
            learnt.find().map(LearntModel::key).ifPresent(key -> follow(key, revision));
        }
    }

    private void follow(String key, String revision) {
        if (renewal.reuse(key)) {
            return;
        }
        var own = examples(judged());
        if (renewal.key(own).equals(key)) {
            renewal.learn(own, pause);
        }
        // More was judged meanwhile: then whoever learns that is waited for.
        passedOver = renewal.inUse().equals(key) ? "" : revision;
    }

    /** What came of learning last, if anything was ever judged. */
    public Optional<LearntModel> last() {
        return learnt.find();
    }

    /** Whether something was judged or revoked that is not learnt from yet. */
    public boolean isWaiting() {
        return !isLearnt(revision());
    }
}
