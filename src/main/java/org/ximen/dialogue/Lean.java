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
        this.bareQuestion =
                rules > 0 && calls == 0 && (placed() == 0 || fact) && dangerous(rules, asking) == 0;
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
        return ask >= 3 && report <= 1;
    }

    boolean asksAboutService() {
        return service;
    }
}
