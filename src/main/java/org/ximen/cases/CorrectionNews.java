package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells units and the desk, in the chats that they bound, what is put right or asked for. */
final class CorrectionNews {
    private final Crew crew;
    private final DispatchTerms terms;

    CorrectionNews(Crew crew, DispatchTerms terms) {
        this.crew = crew;
        this.terms = terms;
    }

    /** What a step means for those who work on the case, or did. */
    void moved(GridCase before, GridCase after, Moves.Rule rule, Move move, Instant now) {
        var why = because(move.note());
        boolean hasUnit = after.state().underway();
        boolean sameUnit = Objects.equals(before.department(), after.department());
        switch (rule.verb()) {
            case RECLASSIFY -> {
                if (rule.to() == State.RETURNED) {
                    crew.warned(after, "处置员说类别不对" + why + "，待重新派遣", now);
                } else if (hasUnit && sameUnit) {
                    crew.handlers(
                            after, "类别改为“" + after.category().shown() + "”" + why + "，请", now);
                } else if (hasUnit) {
                    passedOn(before, after, why, now);
                }
            }
            case REDISPATCH -> passedOn(before, after, why, now);
            case RELOCATE -> told(after, "地点改了" + why + "，请", now);
            case PRIORITISE -> told(after, urgency(after) + why + "，请", now);
            case RETURN -> {
                if (!before.category().code().equals(after.category().code())) {
                    crew.warned(after, "处置员说类别不对" + why + "，待重新派遣", now);
                }
            }
            case EXTEND -> {
                if (rule.internal()) {
                    crew.warned(after, "申请延期" + why + "，待批", now);
                }
            }
            case GRANT -> told(after, "同意延期" + why + "，请", now);
            case DENY -> told(after, "不同意延期" + why + "，请", now);
            default -> {}
        }
    }

    /** Whoever leads the grid asks for it: the desk and those who have it hear so. */
    void urged(GridCase item, String words, Instant now) {
        crew.warned(item, "网格长督办" + because(words), now);
        told(item, "网格长督办" + because(words) + "，请", now);
    }

    private static String urgency(GridCase item) {
        return item.urgent() ? "定为紧急" : "不再按紧急办理";
    }

    /** Those who are on the way, if anybody is. */
    private void told(GridCase item, String why, Instant now) {
        if (item.state().underway()) {
            crew.handlers(item, why, now);
        }
    }

    private void passedOn(GridCase before, GridCase after, String why, Instant now) {
        Optional.ofNullable(before.department())
                .filter(unit -> before.state().underway())
                .ifPresent(unit ->
                        crew.unit(unit, after, "派错了，已收回，" + terms.name(unit) + "不用再办" + why, now));
        if (after.state() == State.DISPATCHED) {
            crew.handlers(after, "新派给", now);
        }
    }

    /** Units are asked to help. */
    void asked(GridCase item, List<String> units, @Nullable String note, Instant now) {
        units.forEach(unit ->
                crew.unit(
                        unit,
                        item,
                        terms.name(item.department())
                                + "请"
                                + terms.name(unit)
                                + "协助"
                                + because(note),
                        now));
    }

    /** A unit that was asked to help says how it stands. */
    void answered(GridCase item, CaseUnit unit, Instant now) {
        var words = terms.name(unit.department()) + unit.answer().shown() + because(unit.note());
        var lead = item.department();
        if (lead != null) {
            crew.unit(lead, item, "协办单位" + words, now);
        }
        if (unit.answer() == CaseUnit.Answer.DECLINED) {
            crew.warned(item, "协办单位" + words, now);
        }
    }

    /** A unit need not help any more. */
    void spared(GridCase item, String unit, Instant now) {
        crew.unit(unit, item, terms.name(unit) + "不用再协助", now);
    }

    private static String because(@Nullable String note) {
        return note == null ? "" : "（" + note + "）";
    }
}
