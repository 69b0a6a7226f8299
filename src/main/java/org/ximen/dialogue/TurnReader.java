package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Surroundings.PushedNotice;
import org.ximen.handoff.Handoff;
import org.ximen.knowledge.Answers;
import org.ximen.notices.Notices;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.OpinionNumber;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.outbox.OutboxLine;
import org.ximen.residents.Person;
import org.ximen.text.Language;
import org.ximen.text.Plain;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.Situation;

/** Brings together what is needed to understand a message. */
final class TurnReader {
    // Who is not content can say so for 15 days: capabilities of other reporting systems have 7 to
    // 28.
    private static final Duration REMEMBERED = Duration.ofDays(15);
    private static final Duration NOTICE_FRESH = Duration.ofDays(1);

    private final Cases cases;
    private final Handoff handoff;
    private final Outbox outbox;
    private final MessageReader reader;
    private final Answers answers;
    private final Opinions opinions;
    private final Notices notices;

    TurnReader(Features features) {
        this.cases = features.cases();
        this.handoff = features.handoff();
        this.outbox = features.outbox();
        this.reader = features.reader();
        this.answers = features.answers();
        this.opinions = features.opinions();
        this.notices = features.notices();
    }

    Turn read(Person person, Incoming incoming, Conversation standing, Instant now) {
        var around = around(person, now);
        var notice = around.notice();
        var known =
                notice == null || incoming.choice() != null
                        ? standing
                        : standing.answered(LastAnswer.of(notice.title(), notice.article()));
        return turn(person, incoming, known, around, SituationReader.read(standing, around));
    }

    /** The turn of somebody of whom nothing is remembered. */
    Turn stranger(Person person, Incoming incoming, Instant now) {
        return turn(person, incoming, Conversation.NEW, Surroundings.none(now), Situation.IDLE);
    }

    private Turn turn(
            Person person,
            Incoming incoming,
            Conversation standing,
            Surroundings around,
            Situation situation) {
        var text = incoming.text();
        var words = text == null ? "" : Plain.visible(text);
        var plain = Plain.comparable(Plain.start(words, Turn.READ));
        var meant = answers.fromPinyin(plain).orElse(words);
        var reading = reader.read(meant, situation);
        var language = Language.in(plain).orElseGet(person::speaks);
        var speaker = person.speaking(language);
        var context = standing.leanedOn().map(said -> said + " " + words).orElse(words);
        return new Turn(
                speaker, incoming, standing, around, words, plain, reading, language, context);
    }

    private Surroundings around(Person person, Instant now) {
        var sender = person.sender();
        var last = outbox.last(sender);
        return new Surroundings(
                own(person, now),
                handoff.open(sender),
                handoff.chats().inHand(sender, now),
                last,
                toldAt(sender),
                notice(sender, now),
                suggestion(person, last),
                now);
    }

    private @Nullable Instant toldAt(Sender sender) {
        return outbox.lines(sender, 1).stream().findFirst().map(OutboxLine::at).orElse(null);
    }

    private Optional<Opinion> suggestion(Person person, List<Reply> last) {
        return last.stream()
                .findFirst()
                .flatMap(reply -> OpinionNumber.in(reply.text()))
                .flatMap(number -> opinions.find(number, person))
                .filter(opinion -> opinion.state() == Opinion.State.OPEN);
    }

    /** A notice that reached the chat since it was last answered. */
    private @Nullable PushedNotice notice(Sender sender, Instant now) {
        return outbox.lastNotice(sender, now.minus(NOTICE_FRESH))
                .flatMap(pushed -> notices.find(pushed.notice()))
                .filter(notice -> !notice.recalls())
                .map(notice -> new PushedNotice(notice.title(), notice.article()))
                .orElse(null);
    }

    private List<GridCase> own(Person person, Instant now) {
        var since = now.minus(REMEMBERED);
        return cases.of(person.id()).stream().filter(each -> isNear(each, since)).toList();
    }

    private static boolean isNear(GridCase each, Instant since) {
        return !each.state().over()
                || each.history().isEmpty()
                || each.history().getLast().at().isAfter(since);
    }
}
