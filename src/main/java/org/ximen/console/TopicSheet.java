package org.ximen.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.district.District;
import org.ximen.topics.CaseTopic;
import org.ximen.topics.EffectVerdict;
import org.ximen.topics.Recurrence;
import org.ximen.topics.TopicEffect;
import org.ximen.topics.TopicFile;
import org.ximen.topics.TopicMeasure;
import org.ximen.topics.TopicState;

/**
 * A topic as its page shows it.
 *
 * @param decided who decided what and when; empty while it is a sign
 * @param answers what its people think of the effect; empty while it is not over
 */
record TopicSheet(
        TopicLine line,
        String cause,
        String reason,
        String decided,
        String result,
        String answers,
        @Nullable Long mergedInto,
        List<ToDo> measures,
        List<Span> effects) {

    /**
     * A topic as the list shows it.
     *
     * @param counted how often it came back
     * @param ownerless whether it is under way and nobody leads it
     */
    record TopicLine(
            long id,
            String title,
            String exact,
            String area,
            TopicState state,
            String counted,
            String owner,
            boolean ownerless,
            String review,
            boolean due) {
        static TopicLine of(CaseTopic topic, LocalDate today) {
            var plan = topic.plan();
            var area = topic.area();
            var review = plan.reviewOn();
            boolean open = topic.state() == TopicState.OPEN;
            return new TopicLine(
                    topic.id(),
                    topic.title(),
                    topic.exact(),
                    area == null ? "" : area.name(),
                    topic.state(),
                    counted(topic),
                    plan.owner() == null ? "" : plan.owner(),
                    open && plan.owner() == null,
                    review == null ? "" : review.toString(),
                    open && review != null && !review.isAfter(today));
        }

        private static String counted(CaseTopic topic) {
            var counted = topic.counted();
            var times = times(counted);
            return topic.streetWide()
                    ? "一周 " + times + "，平常一周 " + topic.median() + " 件"
                    : "90 天 " + times;
        }

        private static String times(Recurrence counted) {
            var times = counted.cases() + " 件，" + counted.people() + " 人，" + counted.days() + " 天";
            return counted.reopenings() == 0 ? times : times + "，重办 " + counted.reopenings() + " 次";
        }
    }

    /** A measure. */
    record ToDo(long id, String what, String department, String from, @Nullable String done) {
        static ToDo of(TopicMeasure measure, District district) {
            var unit = measure.department();
            var from = measure.from();
            var done = measure.done();
            return new ToDo(
                    measure.id(),
                    measure.what(),
                    unit == null ? "" : CaseLine.department(unit, district),
                    from == null ? "" : from.toString(),
                    done == null ? null : done.toString());
        }
    }

    /** One row of the effect. */
    record Span(String days, int before, String after, String lastYear, String tells) {
        static Span of(TopicEffect effect) {
            var lastYear = effect.lastYear();
            return new Span(
                    effect.days() + " 天",
                    effect.before(),
                    effect.after() + (effect.complete() ? "" : "（才过 " + effect.run() + " 天）"),
                    lastYear == null ? "没有记录" : lastYear.toString(),
                    tells(effect));
        }

        private static String tells(TopicEffect effect) {
            if (effect.tooFew()) {
                return "样本太少";
            }
            int change = effect.after() - effect.before();
            return !effect.complete() ? "还没到时候" : change < 0 ? "少了" : change > 0 ? "多了" : "没变";
        }
    }

    static TopicSheet of(TopicFile file, District district, Instant now) {
        var topic = file.topic();
        var decided = topic.decided();
        var ended = topic.ended();
        var cause = topic.plan().cause();
        var reason = decided == null ? null : decided.reason();
        return new TopicSheet(
                TopicLine.of(topic, Shown.today(now)),
                cause == null ? "" : cause,
                reason == null ? "" : reason,
                decided == null ? "" : decided.by() + "，" + Shown.time(decided.at(), now),
                ended == null ? "" : ended.result() + "（" + Shown.time(ended.at(), now) + "）",
                ended == null ? "" : answers(file),
                topic.mergedInto(),
                file.measures().stream().map(each -> ToDo.of(each, district)).toList(),
                file.effects().stream().map(Span::of).toList());
    }

    private static String answers(TopicFile file) {
        var each = new ArrayList<String>();
        each.add("问了 " + file.asked() + " 人");
        each.add(
                Arrays.stream(EffectVerdict.values())
                        .map(v -> v.shown() + " " + file.answers().getOrDefault(v, 0L))
                        .collect(Collectors.joining("，")));
        return String.join("：", each) + "。没有回答的不算。";
    }
}
