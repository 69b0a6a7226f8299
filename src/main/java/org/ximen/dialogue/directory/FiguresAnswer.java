package org.ximen.dialogue.directory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ximen.casefiles.CaseRates;
import org.ximen.casefiles.SampleShare;
import org.ximen.casefiles.StreetFigures;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Conversation.LastPlace;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.AskedMonths;
import org.ximen.directory.Directory;
import org.ximen.directory.FactWanted;
import org.ximen.text.Language;
import org.ximen.understanding.Act;

/** Tells how the cases of the whole street go, in numbers: 本月解决了多少件. */
final class FiguresAnswer {
    /** That the figures were spoken of. */
    static final LastPlace SPOKEN = new LastPlace("street", FactWanted.FIGURES.name());

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("uuuu年M月");

    private final Directory directory;
    private final StreetFigures figures;
    private final SkillTexts texts;

    FiguresAnswer(Features features, SkillTexts texts) {
        this.directory = features.directory();
        this.figures = features.figures();
        this.texts = texts;
    }

    /** A share, and the key of its sentence. */
    private record Part(String key, SampleShare share) {}

    /** The reply; empty where something else is asked. */
    Optional<Reply> reply(Turn turn) {
        var today = HoursTexts.today(turn);
        boolean goesOn =
                SPOKEN.equals(turn.standing().place())
                        && directory.asksOfOtherMonths(turn.words(), today);
        return goesOn || directory.asksForFigures(turn.words(), today)
                ? Optional.of(reply(turn, months(turn, today), today))
                : Optional.empty();
    }

    private AskedMonths months(Turn turn, LocalDate today) {
        var now = YearMonth.from(today);
        return directory.months(turn.words(), today).orElseGet(() -> new AskedMonths(now, now));
    }

    private Reply reply(Turn turn, AskedMonths months, LocalDate today) {
        var first = months.first().atDay(1);
        if (first.isAfter(today)) {
            return Reply.of(Reply.Kind.ANSWER, say(turn, "figures.future"));
        }
        var last = months.last().atEndOfMonth();
        var until = last.isBefore(today) ? last : today;
        var rates = figures.of(first, until, turn.now());
        var text = say(turn, "figures", label(turn, months, today), counts(turn, rates));
        return Reply.of(Reply.Kind.ANSWER, text + shares(turn, rates), own(turn));
    }

    private String label(Turn turn, AskedMonths months, LocalDate today) {
        var now = YearMonth.from(today);
        var first = month(turn, months.first(), now);
        if (!months.last().isBefore(now)) {
            return say(turn, "figures.so-far", first);
        }
        return months.first().equals(months.last())
                ? first
                : say(turn, "figures.span", first, month(turn, months.last(), now));
    }

    /** With its year where that is another. */
    private String month(Turn turn, YearMonth month, YearMonth now) {
        boolean other = month.getYear() != now.getYear();
        var shown = month.format(turn.language() == Language.EN ? ENGLISH : CHINESE);
        return other || turn.language() == Language.EN ? shown : month.getMonthValue() + "月";
    }

    private String counts(Turn turn, CaseRates rates) {
        if (rates.reported() == 0) {
            return say(turn, "figures.none");
        }
        return rates.closed() == 0
                ? say(turn, "figures.open", rates.reported())
                : say(turn, "figures.closed", rates.reported(), rates.closed());
    }

    private String shares(Turn turn, CaseRates rates) {
        if (rates.reported() == 0) {
            return "";
        }
        var all =
                List.of(
                        new Part("in-time", rates.inTime()),
                        new Part("contacted", rates.contacted()),
                        new Part("solved", rates.solved()),
                        new Part("satisfied", rates.satisfied()));
        var told = told(turn, all.stream().filter(part -> !part.share().tooFew()).toList());
        var few = all.stream().filter(part -> part.share().tooFew()).toList();
        return told + (few.isEmpty() ? "" : few(turn, few));
    }

    private String told(Turn turn, List<Part> parts) {
        return parts.stream()
                .map(part ->
                        say(
                                turn,
                                "figures." + part.key(),
                                part.share().percent(),
                                part.share().of()))
                .collect(Collectors.joining());
    }

    private String few(Turn turn, List<Part> parts) {
        var names =
                parts.stream()
                        .map(part -> say(turn, "figures.name." + part.key()))
                        .collect(Collectors.joining(say(turn, "comma")));
        return say(turn, "figures.few", names, SampleShare.SMALLEST);
    }

    /** Who asked of their own cases all the same has them with one touch. */
    private List<Choice> own(Turn turn) {
        return turn.standing().draft() != null || turn.incoming().is(Manner.IN_PUBLIC)
                ? List.of()
                : List.of(SkillTexts.labelled(say(turn, "button.own"), "as", Act.STATUS.name()));
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }
}
