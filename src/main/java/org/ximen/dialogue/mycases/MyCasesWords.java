package org.ximen.dialogue.mycases;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ximen.cases.GridCase;
import org.ximen.cases.Urged;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.CaseTexts;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.district.District;
import org.ximen.text.Language;
import org.ximen.understanding.Act;

/** What is said about one's own cases. */
final class MyCasesWords {
    private static final int MOST_OFFERED = 3;

    private final SkillTexts texts = new SkillTexts(MyCasesWords.class);
    private final CaseTexts cases;

    MyCasesWords(District district) {
        this.cases = new CaseTexts(district);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    private Reply about(GridCase item, Reply reply) {
        return reply.about(item.number());
    }

    Reply shown(Turn turn, GridCase item) {
        var choices = new ArrayList<Choice>();
        if (!item.state().over()) {
            choices.add(texts.button(turn.language(), "urge", item.number()));
        }
        return about(item, Reply.of(STATUS, cases.whole(turn.language(), item), choices));
    }

    Reply list(Turn turn, List<GridCase> shown) {
        if (shown.size() == 1) {
            return shown(turn, shown.getFirst());
        }
        var choices = shown.stream().map(c -> cases.open(turn.language(), c.number())).toList();
        return Reply.of(STATUS, say(turn, "list", lines(turn, shown)), choices);
    }

    private String lines(Turn turn, List<GridCase> shown) {
        return shown.stream()
                .map(item -> cases.line(turn.language(), item))
                .collect(Collectors.joining("\n"));
    }

    Reply which(Turn turn, Act act, List<GridCase> candidates) {
        if (act == Act.WITHDRAW) {
            return withdrawWanted(turn, candidates);
        }
        var few = candidates.stream().limit(MOST_OFFERED).toList();
        var choices = few.stream().map(c -> meant(turn.language(), c)).toList();
        var key = "which." + act.name().toLowerCase(Locale.ROOT);
        return Reply.of(QUESTION, say(turn, key), choices);
    }

    private Choice meant(Language language, GridCase item) {
        return texts.button(language, "meant", item.number(), cases.name(language, item));
    }

    Reply withdrawWanted(Turn turn, List<GridCase> open) {
        var few = open.stream().limit(MOST_OFFERED).toList();
        var choices =
                few.stream()
                        .map(c -> texts.button(turn.language(), "withdraw", c.number(), c.number()))
                        .toList();
        return Reply.of(QUESTION, say(turn, "withdraw", lines(turn, few)), choices);
    }

    Reply withdrawn(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "withdrawn", item.number())));
    }

    Reply notWithdrawn(Turn turn, GridCase item) {
        var person = texts.button(turn.language(), "person");
        return about(item, Reply.of(STATUS, say(turn, "notWithdrawn", item.number()), person));
    }

    /** What staff read where a case can no longer be taken back. */
    String notNeeded() {
        return texts.say(Language.ZH, "notNeeded");
    }

    Reply nothingToWithdraw(Turn turn) {
        return Reply.of(HELP, say(turn, "nothing"), cases.status(turn.language()));
    }

    Reply urged(Turn turn, GridCase item, Urged urged) {
        var key = urged == Urged.TOLD ? "urged" : "urged.already";
        var until = item.deadline();
        var promised =
                until == null ? "" : say(turn, "promised", CaseTexts.time(turn.language(), until));
        var text = say(turn, key, item.number(), item.state().shown(turn.language()), promised);
        return about(item, Reply.of(STATUS, text, texts.button(turn.language(), "person")));
    }

    Reply added(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "added", item.number())));
    }

    Reply corrected(Turn turn, GridCase item) {
        var facts = cases.facts(turn.language(), item);
        return about(item, Reply.of(STATUS, say(turn, "corrected", item.number(), facts)));
    }

    Reply remarked(Turn turn, GridCase item) {
        return about(
                item,
                Reply.of(
                        STATUS,
                        say(turn, "remarked", item.number()),
                        texts.button(turn.language(), "unsolved", item.number()),
                        texts.button(turn.language(), "person")));
    }

    Reply solvedOrNot(Turn turn, GridCase item) {
        return about(
                item,
                Reply.of(
                        QUESTION,
                        say(turn, "solvedOrNot", item.number()),
                        texts.button(turn.language(), "solved", item.number()),
                        texts.button(turn.language(), "unsolved", item.number())));
    }

    Reply judged(Turn turn, GridCase item, boolean solved) {
        var person = texts.button(turn.language(), "person");
        return about(
                item,
                solved
                        ? Reply.of(STATUS, say(turn, "judged.solved"))
                        : Reply.of(STATUS, say(turn, "judged.unsolved", item.number()), person));
    }

    Reply unknown(Turn turn, String number) {
        return Reply.of(
                STATUS,
                say(turn, "unknown", number),
                cases.status(turn.language()),
                texts.button(turn.language(), "person"));
    }

    Reply noneYet(Turn turn) {
        return Reply.of(HELP, say(turn, "noneYet"), texts.button(turn.language(), "report"));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }
}
