package org.ximen.dialogue.mycases;

import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Rating;
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
    private final Cases book;

    MyCasesWords(District district, Cases book) {
        this.cases = new CaseTexts(district);
        this.book = book;
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
        var picture = book.resultPhoto(item, turn.incoming().sender()).orElse(null);
        var reply = Reply.of(STATUS, cases.whole(turn.language(), item, turn.now()), choices);
        return about(item, reply.picturing(picture));
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
                .map(item -> cases.line(turn.language(), item, turn.now()))
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
        var key = few.size() == 1 ? "withdraw.one" : "withdraw";
        return Reply.of(QUESTION, say(turn, key, lines(turn, few)), choices);
    }

    /** A case that was told finished before the street says so. */
    Reply doneWanted(Turn turn, GridCase item) {
        var text = say(turn, "doneWanted", cases.line(turn.language(), item, turn.now()));
        var done = texts.button(turn.language(), "done", item.number());
        return about(item, Reply.of(QUESTION, text, done));
    }

    /** The same where somebody was sent. */
    Reply doneNoted(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "doneNoted", item.number())));
    }

    Reply done(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "done", item.number())));
    }

    Reply withdrawn(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "withdrawn", item.number())));
    }

    /** A case that was sent already, or that somebody else reported, stays. */
    Reply notWithdrawn(Turn turn, GridCase item) {
        var person = texts.button(turn.language(), "person");
        var why = item.state().correctable() ? "onlyFollowed" : "notWithdrawn";
        return about(item, Reply.of(STATUS, say(turn, why, item.number()), person));
    }

    /** What staff read where a case can no longer be taken back. */
    String notNeeded() {
        return texts.say(Language.ZH, "notNeeded");
    }

    /** The same, and that nobody called the police for them. */
    Reply notAlarmed(Turn turn, Reply reply) {
        return reply.saying(reply.text() + "\n" + say(turn, "notAlarmed"));
    }

    Reply nothingToWithdraw(Turn turn) {
        return Reply.of(HELP, say(turn, "nothing"), cases.status(turn.language()));
    }

    Reply urged(Turn turn, GridCase item, Urged urged) {
        var key = urged == Urged.TOLD ? "urged" : "urged.already";
        var text =
                say(
                        turn,
                        key,
                        item.number(),
                        item.state().shown(turn.language()),
                        promised(turn, item));
        return about(item, Reply.of(STATUS, text, texts.button(turn.language(), "person")));
    }

    /** Until when it is promised, or was. */
    private String promised(Turn turn, GridCase item) {
        var until = item.deadline();
        boolean late = item.overdue(turn.now());
        if (until == null || !late && until.isBefore(turn.now())) {
            return "";
        }
        var key = late ? "promised.past" : "promised";
        return say(turn, key, CaseTexts.time(turn.language(), until));
    }

    Reply added(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "added", item.number())));
    }

    Reply corrected(Turn turn, GridCase item) {
        var facts = cases.facts(turn.language(), item, turn.now());
        return about(item, Reply.of(STATUS, say(turn, "corrected", item.number(), facts)));
    }

    /** A judgement of a case that is not over yet. */
    Reply early(Turn turn, GridCase item) {
        return about(item, Reply.of(STATUS, say(turn, "early", item.number())));
    }

    Reply solvedOrNot(Turn turn, GridCase item) {
        var text = say(turn, "solvedOrNot", item.number());
        return about(
                item, Reply.of(QUESTION, text, asked(turn, item, "solved", "partly", "unsolved")));
    }

    private List<Choice> asked(Turn turn, GridCase item, String... names) {
        var value = item.number() + "." + item.rounds();
        return Stream.of(names).map(name -> texts.button(turn.language(), name, value)).toList();
    }

    /** Thanks, and the next of the three questions. */
    Reply noted(Turn turn, GridCase item, Rating rating) {
        return heard(turn, item, rating, "rated.noted");
    }

    /** Who is not content. */
    Reply sorry(Turn turn, GridCase item, Rating rating) {
        return heard(turn, item, rating, "rated.bad");
    }

    private Reply heard(Turn turn, GridCase item, Rating rating, String key) {
        var heard = say(turn, key);
        return about(
                item,
                rating.next()
                        .map(question -> next(turn, item, heard, question))
                        .orElseGet(() -> Reply.of(STATUS, heard)));
    }

    private Reply next(Turn turn, GridCase item, String heard, Rating.Question question) {
        var choices =
                switch (question) {
                    case SOLVED -> asked(turn, item, "solved", "partly", "unsolved");
                    case CONTACTED -> asked(turn, item, "contacted", "uncontacted");
                    case SATISFIED -> asked(turn, item, "good", "middling", "bad");
                };
        var key = "ask." + question.name().toLowerCase(Locale.ROOT);
        return Reply.of(QUESTION, heard + say(turn, key), choices);
    }

    /** Solved in part: who wants the rest done says so. */
    Reply partly(Turn turn, GridCase item) {
        var again = texts.say(turn.language(), "button.redo");
        var value = item.number() + "." + item.rounds();
        return about(
                item,
                Reply.of(
                        QUESTION,
                        say(turn, "rated.partly", item.number()),
                        SkillTexts.labelled(again, "unsolved", value),
                        texts.button(turn.language(), "good", value)));
    }

    /** Opened again by rule. */
    Reply reopened(Turn turn, GridCase item, boolean wordless) {
        var until = item.deadline();
        var text =
                say(
                        turn,
                        "rated.reopened",
                        item.number(),
                        cases.department(turn.language(), item.department()),
                        until == null ? "" : CaseTexts.time(turn.language(), until));
        var more = wordless ? say(turn, "rated.tell") : "";
        return about(item, Reply.of(STATUS, text + more));
    }

    /** Not opened again by rule: who looks at it. */
    Reply followed(Turn turn, GridCase item, String key) {
        var person = texts.button(turn.language(), "person");
        return about(item, Reply.of(STATUS, say(turn, key, item.number()), person));
    }

    Reply tooLate(Turn turn, GridCase item) {
        var report = texts.button(turn.language(), "report");
        return about(item, Reply.of(STATUS, say(turn, "rated.late", item.number()), report));
    }

    Reply unknown(Turn turn, String number) {
        return Reply.of(
                STATUS,
                say(turn, "unknown", number),
                cases.status(turn.language()),
                texts.button(turn.language(), "person"));
    }

    Reply noneYet(Turn turn) {
        return Reply.of(
                HELP,
                say(turn, "noneYet"),
                texts.button(turn.language(), "report"),
                texts.button(turn.language(), "person"));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }
}
