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
        boolean ends = Lexicon.QUESTION_END.matcher(plain).matches();
        boolean wayOut = rules == 0 && Lexicon.WAY_OUT.matcher(plain).find();
        boolean asking = ends || wayOut;
        boolean ofLaw = Lexicon.OF_LAW.matcher(plain).find();
        int danger = reading.danger() == null || (rules > 0 && (ends || ofLaw)) ? 0 : 3;
        this.report = named() + placed() + calls + broken + danger;
        this.ask = 2 * rules + (ends ? 1 : 0) + (wayOut ? 2 : 0);
        // Where nothing is named that could be wrong, a place is only where the question is about.
        boolean elsewhere =
                placed() == 0 || named() == 0 || Lexicon.ASKS_FACT.matcher(plain).find();
        boolean asks = rules > 0 || (asking && broken == 0);
        this.bareQuestion = asks && calls == 0 && elsewhere && danger == 0;
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
