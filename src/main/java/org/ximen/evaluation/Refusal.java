package org.ximen.evaluation;

import java.util.List;
import org.ximen.knowledge.Finding;

/** Whether the gate answers what the files tell, and refuses the rest. */
final class Refusal {
    private final List<Finding> told;
    private final List<Finding> untold;

    /**
     * @param told findings for questions that the passages answer
     * @param untold findings for questions that they do not
     */
    Refusal(List<Finding> told, List<Finding> untold) {
        this.told = told;
        this.untold = untold;
    }

    /** Answered, banded (您是想问…？) and refused of the answerable; answered of the others. */
    Figures figures() {
        return new Figures()
                .share("answered", count(told, Finding.Answered.class), told.size())
                .share("banded", count(told, Finding.Unsure.class), told.size())
                .share("false_answers", count(untold, Finding.Answered.class), untold.size())
                .share("false_refusals", count(told, Finding.Nothing.class), told.size())
                .value("auc", auc());
    }

    private static long count(List<Finding> findings, Class<? extends Finding> kind) {
        return findings.stream().filter(kind::isInstance).count();
    }

    /** How often an answerable question is the surer of two; ties count half. */
    private double auc() {
        double won = 0;
        for (var one : told) {
            for (var other : untold) {
                int more = Integer.compare(one.confidence(), other.confidence());
                won += (more + 1) / 2.0;
            }
        }
        return won / ((double) told.size() * untold.size());
    }
}
