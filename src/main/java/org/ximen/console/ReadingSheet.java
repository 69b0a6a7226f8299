package org.ximen.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ximen.cases.CodeTable;
import org.ximen.readings.ActNames;
import org.ximen.readings.Correction;
import org.ximen.readings.KeptReading;
import org.ximen.readings.KeptReading.Judgement;
import org.ximen.readings.ReadMessage;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading.Level;

/**
 * A reading as the page shows it.
 *
 * @param facts what was read, a line each
 * @param meant what the person said or chose afterwards; empty where they did not
 * @param choices what it may really have been, a click each
 * @param verdict what staff say; empty while nobody has judged it
 */
record ReadingSheet(
        long id,
        String words,
        String why,
        boolean alarm,
        String at,
        List<String> facts,
        String meant,
        List<Choice> choices,
        String verdict,
        String judged) {
    private static final int MOST_ACTS = 3;

    /** A button: the field that it fills, and with what. */
    record Choice(String field, String value, String label) {}

    static ReadingSheet of(KeptReading kept, CodeTable codeTable, Instant now) {
        var read = kept.read();
        var judgement = kept.judgement();
        return new ReadingSheet(
                kept.id(),
                read.words(),
                kept.why().shown(),
                read.alarms(),
                Shown.time(kept.saidAt(), now),
                facts(read, codeTable),
                meant(kept, codeTable),
                choices(kept, codeTable),
                judgement == null ? "" : verdict(judgement.said(), codeTable),
                judgement == null ? "" : judged(judgement, now));
    }

    private static List<String> facts(ReadMessage read, CodeTable codeTable) {
        var next = read.next();
        var facts = new ArrayList<String>();
        facts.add("当成：" + shown(read.act()) + (next == null ? "" : "；其次 " + shown(next)));
        if (isAboutThing(read)) {
            facts.add("类别：" + shown(read.categories().getFirst(), codeTable));
        }
        if (read.danger().level() != Level.NONE) {
            facts.add("险情：" + ActNames.of(read.danger().level()));
        }
        return facts;
    }

    private static boolean isAboutThing(ReadMessage read) {
        var next = read.next();
        boolean report =
                read.act().act() == Act.REPORT || (next != null && next.act() == Act.REPORT);
        return report && !read.categories().isEmpty();
    }

    private static String shown(ActGuess guess) {
        return ActNames.of(guess.act()) + "（" + percent(guess.probability()) + "）";
    }

    private static String shown(CategoryGuess guess, CodeTable codeTable) {
        return name(guess.code(), codeTable) + "（" + percent(guess.probability()) + "）";
    }

    private static String name(String code, CodeTable codeTable) {
        return codeTable.category(code).shown();
    }

    private static String percent(double probability) {
        return Math.round(probability * 100) + "%";
    }

    private static String meant(KeptReading kept, CodeTable codeTable) {
        var act = kept.meant();
        var category = kept.meantCategory();
        var said = act == null ? "" : ActNames.of(act);
        var chosen = category == null ? "" : "类别 " + name(category, codeTable);
        return said + (said.isEmpty() || chosen.isEmpty() ? "" : "；") + chosen;
    }

    private static List<Choice> choices(KeptReading kept, CodeTable codeTable) {
        var read = kept.read();
        var choices = new ArrayList<Choice>();
        acts(kept).forEach(act -> choices.add(choice(act)));
        categories(kept).forEach(code -> choices.add(choice(code, codeTable)));
        if (read.danger().level() == Level.SOFT) {
            choices.add(new Choice("danger", "true", "有人有危险"));
        }
        if (read.alarms()) {
            choices.add(new Choice("danger", "false", "没有危险"));
        }
        return choices;
    }

    private static Choice choice(Act act) {
        return new Choice("act", act.name(), "其实是" + ActNames.of(act));
    }

    private static Choice choice(String code, CodeTable codeTable) {
        return new Choice("category", code, "类别其实是" + name(code, codeTable));
    }

    /** What the person meant, what came second, and what is confused most often. */
    private static List<Act> acts(KeptReading kept) {
        var next = kept.read().next();
        return Stream.of(kept.meant(), next == null ? null : next.act(), Act.REPORT, Act.ASK)
                .filter(Objects::nonNull)
                .filter(act -> act != kept.read().act().act() && act != Act.HELP)
                .distinct()
                .limit(MOST_ACTS)
                .toList();
    }

    private static List<String> categories(KeptReading kept) {
        if (!isAboutThing(kept.read())) {
            return Stream.ofNullable(kept.meantCategory()).toList();
        }
        var guesses = kept.read().categories().stream().map(CategoryGuess::code).toList();
        return Stream.concat(Stream.ofNullable(kept.meantCategory()), guesses.stream().skip(1))
                .filter(code -> !code.equals(guesses.getFirst()))
                .filter(code -> !code.equals(CategoryGuess.OTHER))
                .distinct()
                .toList();
    }

    private static String verdict(Correction said, CodeTable codeTable) {
        if (said.right()) {
            return "听得对";
        }
        var act = said.act();
        var category = said.category();
        var danger = said.danger();
        return Stream.of(
                        act == null ? "" : "其实是" + ActNames.of(act),
                        category == null ? "" : "类别是" + name(category, codeTable),
                        danger == null ? "" : danger ? "有人有危险" : "没有危险")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
    }

    private static String judged(Judgement judgement, Instant now) {
        return judgement.by() + "，" + Shown.time(judgement.at(), now);
    }
}
