package org.ximen.validity;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.validity.Force.AfterIssue;
import org.ximen.validity.Force.End;
import org.ximen.validity.Force.Lasting;
import org.ximen.validity.Force.OnDay;
import org.ximen.validity.Force.Phrase;
import org.ximen.validity.Force.Start;
import org.ximen.validity.TermToken.Kind;

/**
 * Reads when a text begins and ceases to count:
 *
 * <pre>
 * begin = FROM? day ON? other? START | FROM? ISSUE ON? AFTER? PERIOD? AFTER? ON? START
 *       | START_DAY day | range
 * end   = (TERM | START) PERIOD | (TERM | START | begin) UNTIL day END?
 *       | UNTIL day END | FROM day ON? END | range
 * range = FROM? day ON? UNTIL day
 * </pre>
 */
public final class TermGrammar {
    // 起调整执行, 起在全区施行: so many characters may stand before the verb.
    private static final int BETWEEN = 4;

    private final List<TermToken> tokens;
    private @Nullable Phrase<Start> start;
    private @Nullable Phrase<End> end;
    private boolean counted;
    private int at;

    private TermGrammar(String sentence) {
        this.tokens = TermLexer.tokens(sentence);
    }

    /** What the sentence says, whatever text it speaks of. */
    public static Force read(String sentence) {
        var grammar = new TermGrammar(sentence.replaceAll("\\s", " "));
        for (int i = 0; i < grammar.tokens.size(); i++) {
            grammar.begin(i);
            grammar.end(i);
        }
        return grammar.result();
    }

    /** Until when, or for how long, a text goes on of which a sentence says that it does. */
    public static Optional<End> extension(String sentence) {
        var grammar = new TermGrammar(sentence);
        return grammar.prolonged()
                .or(() -> Optional.ofNullable(read(sentence).end()).map(Phrase::value))
                .or(grammar::anyDay);
    }

    // 延长至2031年6月30日, 延长5年: behind the word that says so.
    private Optional<End> prolonged() {
        boolean said = false;
        for (at = 0; at < tokens.size(); at++) {
            said |= isNext(Kind.OTHER) && tokens.get(at).text().matches(".*[延续].*");
            if (said && isNext(Kind.PERIOD)) {
                return Optional.of(new Lasting(period(Period.ZERO)));
            }
            if (said && isNext(Kind.UNTIL) && at + 1 < tokens.size()) {
                at++;
                var day = day();
                if (day != null) {
                    return Optional.of(new OnDay(day));
                }
                at--;
            }
        }
        return Optional.empty();
    }

    private Optional<End> anyDay() {
        for (at = 0; at < tokens.size(); at++) {
            if (skip(Kind.UNTIL) && isNext(Kind.DAY)) {
                return Optional.ofNullable(day()).map(OnDay::new);
            }
        }
        return Optional.empty();
    }

    /** As front matter writes it: 2031-06-30 or 5年. */
    public static String written(End end) {
        return switch (end) {
            case OnDay on -> on.day().toString();
            case Lasting lasting -> written(lasting.term());
        };
    }

    private static String written(Period term) {
        return part(term.getYears(), "年")
                + part(term.getMonths(), "个月")
                + part(term.getDays(), "天");
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    /** What {@link #written} wrote, or an editor. */
    public static Optional<End> written(String words) {
        var grammar = new TermGrammar(words.strip());
        var day = grammar.day();
        if (day != null) {
            return Optional.of(new OnDay(day));
        }
        var term = grammar.period(Period.ZERO);
        return term.isZero() ? Optional.empty() : Optional.of(new Lasting(term));
    }

    // 自…起计算 alone counts something else.
    private Force result() {
        boolean begins = start != null && !(counted && end == null);
        return begins || end != null ? new Force(begins ? start : null, end) : Force.NONE;
    }

    private void begin(int first) {
        if (start != null) {
            return;
        }
        at = first;
        if (skip(Kind.START_DAY)) {
            var day = day();
            begins(first, day == null ? null : new OnDay(day));
            return;
        }
        boolean from = skip(Kind.FROM);
        var day = day();
        if (day != null) {
            boolean on = skip(Kind.ON);
            other();
            boolean counts = isNext(Kind.START) && tokens.get(at).text().equals("计算");
            if ((from || on) && skip(Kind.START)) {
                counted = counts;
                begins(first, new OnDay(day));
            }
        } else if (isNext(Kind.ISSUE)) {
            issued(first);
        }
    }

    private void issued(int first) {
        var delay = Objects.requireNonNullElse(tokens.get(at++).period(), Period.ZERO);
        skip(Kind.ON);
        skip(Kind.AFTER);
        delay = delay.plus(period(Period.ZERO));
        skip(Kind.AFTER);
        skip(Kind.ON);
        other();
        if (skip(Kind.START)) {
            begins(first, new AfterIssue(delay));
        }
    }

    private void begins(int first, @Nullable Start value) {
        if (value != null) {
            start = new Phrase<>(value, tokens.get(first).from(), tokens.get(at - 1).to());
        }
    }

    private void end(int first) {
        if (end != null && !(end.value() instanceof Lasting)) {
            return;
        }
        at = first;
        boolean term = skip(Kind.TERM);
        boolean verb = !term && skip(Kind.START);
        if (term || verb) {
            lasting(first);
        }
        range(first, term);
        until(first, term || verb);
        lapsing(first);
    }

    /** 有效期5年, 试行两年. */
    private void lasting(int first) {
        int before = at;
        var term = period(Period.ZERO);
        if (!term.isZero() && !isNext(Kind.AFTER)) {
            ends(first, new Lasting(term));
        }
        at = before;
    }

    /** 2026年1月1日至2026年12月31日, after 有效期 or a verb, or with 自…起 before it. */
    private void range(int first, boolean term) {
        int before = at;
        boolean from = skip(Kind.FROM);
        var day = day();
        boolean on = skip(Kind.ON);
        var last = day != null && skip(Kind.UNTIL) ? day() : null;
        if (last != null && (term || from && on || isNamed(first))) {
            skip(Kind.END);
            skip(Kind.START);
            ends(first, new OnDay(last));
            if (start == null && day != null) {
                begins(first, new OnDay(day));
            }
        }
        at = before;
    }

    // 试点期限两年（2026年7月1日—2028年6月30日）
    private boolean isNamed(int first) {
        return end != null
                && end.value() instanceof Lasting
                && first > 0
                && tokens.get(first - 1).kind() == Kind.STOP;
    }

    /** 有效期至…, 执行至…, 至…废止; what began in this sentence may end so too. */
    private void until(int first, boolean named) {
        int before = at;
        var day = skip(Kind.UNTIL) ? day() : null;
        if (day != null && (skip(Kind.END) || named)) {
            ends(first, new OnDay(day));
        }
        at = before;
    }

    /** 于2030年12月31日失效, 自2031年1月1日起废止. */
    private void lapsing(int first) {
        at = first;
        var day = skip(Kind.FROM) ? day() : null;
        if (day != null) {
            boolean on = skip(Kind.ON);
            other();
            if (isNext(Kind.END) && !tokens.get(at).text().equals("止")) {
                at++;
                ends(first, new OnDay(on ? day.minusDays(1) : day));
            }
        }
    }

    private void ends(int first, End value) {
        end = new Phrase<>(value, tokens.get(first).from(), tokens.get(at - 1).to());
    }

    private boolean isNext(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private boolean skip(Kind kind) {
        boolean found = isNext(kind);
        at += found ? 1 : 0;
        return found;
    }

    private void other() {
        if (isNext(Kind.OTHER) && isShort(tokens.get(at).text())) {
            at++;
        }
    }

    private static boolean isShort(String text) {
        return text.length() <= BETWEEN && !text.contains("《") && !text.contains("的");
    }

    private @Nullable LocalDate day() {
        return isNext(Kind.DAY) ? tokens.get(at++).day() : null;
    }

    private Period period(Period otherwise) {
        return isNext(Kind.PERIOD)
                ? Objects.requireNonNullElse(tokens.get(at++).period(), otherwise)
                : otherwise;
    }
}
