package org.ximen.casefiles;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseCount;
import org.ximen.cases.Rating;
import org.ximen.understanding.Verdict;

/**
 * The figures of some cases. Sources: the four rates (先行联系, 按时办结, 解决, 满意) as in design §2 and
 * reference/capabilities §8; silence is never an answer. Where the street counts otherwise, it is
 * to say so.
 *
 * @param reported cases of the period
 * @param closed those of them that were brought to an end as handled
 * @param inTime 按时办结率: handled within the limit, of those handled or late already
 * @param contacted 先行联系率: answered that somebody had got in touch, of those who answered that
 * @param solved 解决率: answered that it is solved, not in part, of those who answered that
 * @param satisfied 满意率: answered that they are content, of those who answered that
 * @param answered 参评率: answered any question, of those who were asked
 * @param reopened 重办率: opened again, of those that were closed or opened again
 * @param returned 退回率: returned by a unit, of those that were sent to one
 * @param rightFirst 一次派准率: with the unit that they were sent to first, of those sent to one
 * @param handling from the report to the last handling, sorted
 */
public record CaseRates(
        long reported,
        long closed,
        SampleShare inTime,
        SampleShare contacted,
        SampleShare solved,
        SampleShare satisfied,
        SampleShare answered,
        SampleShare reopened,
        SampleShare returned,
        SampleShare rightFirst,
        List<Duration> handling) {
    private static final double HALF = 0.5;
    private static final double NINE_TENTHS = 0.9;
    private static final long HOURS_SHOWN = 48;

    public CaseRates {
        handling = List.copyOf(handling);
    }

    /** The figures of these cases. */
    public static CaseRates of(List<CaseCount> cases) {
        var ratings = cases.stream().flatMap(each -> each.ratings().stream()).toList();
        var sent = cases.stream().filter(CaseCount::dispatched).toList();
        var over = cases.stream().filter(each -> each.closed() || each.reopened()).toList();
        return new CaseRates(
                cases.size(),
                cases.stream().filter(CaseCount::closed).count(),
                inTime(cases),
                answers(ratings, Rating::contacted, Verdict.CONTACTED),
                answers(ratings, Rating::solved, Verdict.SOLVED),
                answers(ratings, Rating::satisfied, Verdict.GOOD),
                share(ratings, Rating::answered),
                share(over, CaseCount::reopened),
                share(sent, CaseCount::returned),
                share(sent, each -> !each.redirected()),
                cases.stream()
                        .map(CaseCount::handling)
                        .flatMap(Stream::ofNullable)
                        .sorted()
                        .toList());
    }

    private static SampleShare inTime(List<CaseCount> cases) {
        var decided = cases.stream().map(CaseCount::inTime).filter(Objects::nonNull).toList();
        return share(decided, Boolean.TRUE::equals);
    }

    private static SampleShare answers(
            List<Rating> ratings, Function<Rating, @Nullable Verdict> question, Verdict yes) {
        var answers = ratings.stream().map(question).filter(Objects::nonNull).toList();
        return share(answers, answer -> answer == yes);
    }

    private static <T extends @Nullable Object> SampleShare share(
            List<T> all, Predicate<? super T> yes) {
        return new SampleShare(all.stream().filter(yes).count(), all.size());
    }

    /** Half of the cases took no longer. */
    public String median() {
        return shown(HALF);
    }

    /** Nine of ten took no longer. */
    public String slow() {
        return shown(NINE_TENTHS);
    }

    private String shown(double part) {
        int size = handling.size();
        if (size < SampleShare.SMALLEST) {
            return "样本太少（" + size + " 件）";
        }
        var took = handling.get((int) Math.ceil(part * size) - 1);
        return took.toHours() < HOURS_SHOWN ? took.toHours() + " 小时" : took.toDays() + " 天";
    }

    /** All figures as they are read, in the order of {@link RateReport#HEAD}. */
    public List<String> shown() {
        return List.of(
                String.valueOf(reported),
                String.valueOf(closed),
                inTime.shown(),
                contacted.shown(),
                solved.shown(),
                satisfied.shown(),
                answered.shown(),
                reopened.shown(),
                returned.shown(),
                rightFirst.shown(),
                median(),
                slow());
    }
}
