package org.ximen.dialogue;

import java.util.regex.Pattern;
import org.ximen.cases.Intake;
import org.ximen.cases.Reading;

/** Whether words sound like a report of something wrong or like a question about a rule. */
final class Lean {
    private static final Pattern SERVICE_QUESTION =
            Pattern.compile(
                    ".*(?:怎么(?:订阅|退订|报|上报|查|找|转)|如何(?:订阅|退订|上报|查询)|可以匿名|能匿名|多久(?:能|会|有人)).*");

    private final int report;
    private final int ask;
    private final Reading reading;
    private final boolean service;
    private final boolean bareQuestion;
    private final boolean wonders;

    /**
     * @param plain comparable text
     */
    Lean(String plain, Intake intake) {
        this.reading = intake.read(plain);
        int calls = Lexicon.count(Lexicon.CALLS, plain, 2);
        int broken = Lexicon.count(Lexicon.BROKEN, plain, 2);
        int rules = Lexicon.count(Lexicon.ASKS_RULE, plain, 3);
        boolean asking = Lexicon.QUESTION_END.matcher(plain).matches();
        this.report = named() + placed() + calls + broken + dangerous(rules, asking);
        this.ask = 2 * rules + (asking ? 1 : 0);
        boolean fact = Lexicon.ASKS_FACT.matcher(plain).find();
        boolean asks = rules > 0 || (asking && broken == 0);
        this.bareQuestion =
                asks && calls == 0 && (placed() == 0 || fact) && dangerous(rules, asking) == 0;
        this.wonders = plain.contains("怎么") || plain.contains("为什么");
        this.service = SERVICE_QUESTION.matcher(plain).matches();
    }

    private int named() {
        double strength = reading.strength();
        return strength >= 4 ? 2 : strength >= 2 ? 1 : 0;
    }

    private int placed() {
        return reading.place() == null ? 0 : 2;
    }

    private int dangerous(int rules, boolean asking) {
        return reading.danger() == null || (rules > 0 && asking) ? 0 : 3;
    }

    boolean isReport() {
        return !service && !bareQuestion && report >= 2 && report > ask;
    }

    /** Something wrong at a named place or a danger: more than a remark. */
    boolean isNewReport() {
        return isReport() && named() > 0 && (placed() > 0 || reading.danger() != null);
    }

    boolean isClearlyQuestion() {
        return report == 0 ? ask > 0 || wonders : bareQuestion && placed() == 0;
    }

    boolean isDangerous() {
        return reading.danger() != null;
    }

    boolean asksAboutService() {
        return service;
    }
}
