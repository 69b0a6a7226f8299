package org.ximen.dialogue.notices;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.ask.AskSkill;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeAnswers;
import org.ximen.notices.NoticeMark;
import org.ximen.understanding.Act;

/** 知道了 and 有问题 under a notice; the words that follow a question are about the notice. */
final class NoticeButtons {
    private static final String NAME = "notices";
    private static final String ABOUT = "about";
    private static final Duration FRESH = Duration.ofMinutes(30);
    // What is read as one of these asks, behind the button that says so.
    private static final Set<Act> ASKING =
            EnumSet.of(Act.ASK, Act.NOTICES, Act.NOT_OURS, Act.SMALLTALK, Act.REPAIR, Act.PROFILE);

    private final NoticeAnswers answers;
    private final AskSkill ask;
    private final NoticeWords words;

    NoticeButtons(NoticeAnswers answers, AskSkill ask, NoticeWords words) {
        this.answers = answers;
        this.ask = ask;
        this.words = words;
    }

    Step seen(Turn turn, String value, Conversation standing) {
        return Step.of(
                mark(turn, value, NoticeMark.Kind.SEEN)
                        .map(notice -> words.seen(turn, notice))
                        .orElseGet(() -> words.stopped(turn)),
                standing);
    }

    Step asks(Turn turn, String value, Conversation standing) {
        var notice = mark(turn, value, NoticeMark.Kind.ASKED).orElse(null);
        if (notice == null) {
            return Step.of(words.stopped(turn), standing);
        }
        var about =
                new LastAnswer(
                        notice.title(), List.of(), List.of(notice.article()), notice.title(), true);
        var asked = new OpenQuestion(NAME, ABOUT, String.valueOf(notice.id()));
        return Step.of(words.whatAbout(turn, notice), standing.answered(about).asking(asked));
    }

    private Optional<Notice> mark(Turn turn, String value, NoticeMark.Kind kind) {
        return answers.mark(id(value), turn.person(), kind, turn.now());
    }

    /** Answered from the files, the notice first; what was asked stands beside the notice. */
    Optional<Work> question(Turn turn) {
        var asked = turn.standing().asked();
        if (asked == null || !asked.is(NAME, ABOUT) || turn.standing().draft() != null) {
            return Optional.empty();
        }
        if (!ASKING.contains(turn.act()) || !turn.answersLast(FRESH)) {
            return Optional.empty();
        }
        var work = ask.take(turn, new Call.Said(Act.ASK));
        return Optional.of(standing -> kept(turn, id(asked.value()), work.run(standing)));
    }

    private Step kept(Turn turn, long notice, Step step) {
        boolean answered =
                step.replies().stream().anyMatch(reply -> reply.kind() == Reply.Kind.ANSWER);
        answers.asked(notice, turn.person(), turn.words(), answered, turn.now());
        var next = step.next();
        boolean still = next.wasAsked(NAME, ABOUT);
        return new Step(step.replies(), still ? next.asking(null) : next, step.forgotten());
    }

    private static long id(@Nullable String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
