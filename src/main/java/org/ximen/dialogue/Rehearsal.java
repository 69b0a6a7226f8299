package org.ximen.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ximen.cases.Intake;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Finding;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;

/**
 * What the conversation would make of words, without residents, cases or a database: to measure it.
 */
public final class Rehearsal {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Sender SENDER = new Sender("web", "rehearsal");

    /** What a message can be for, as labelled sets name it. */
    public enum Wish {
        ASK,
        REPORT,
        STATUS,
        CANCEL,
        SUBSCRIBE,
        UNSUBSCRIBE,
        PERSON,
        /** Praise, blame, a suggestion: understood only where a button says it. */
        FEEDBACK,
        GREETING,
        CHITCHAT,
        /** A report with a danger: the advice to call for help comes first. */
        EMERGENCY,
        /** A report from another street: it is sent there. */
        OUT_OF_SCOPE
    }

    private Rehearsal() {}

    /** What a first message is for; of a question and a report in one, the report. */
    public static Wish wish(String words, Intake intake) {
        var turn = turn(words, new Flow.Idle(), Profile.RESIDENT, Instant.EPOCH);
        var intent = new Understanding(intake).of(turn).getLast();
        return switch (intent) {
            case Intent.Report(var told) -> report(intake, told);
            case Intent.Ask ask -> Wish.ASK;
            case Intent.Pick pick -> Wish.ASK;
            case Intent.Privacy privacy -> Wish.ASK;
            case Intent.Forget forget -> Wish.ASK;
            case Intent.Supplement supplement -> Wish.REPORT;
            case Intent.Submit submit -> Wish.REPORT;
            case Intent.Change change -> Wish.REPORT;
            case Intent.Choose choose -> Wish.REPORT;
            case Intent.New another -> Wish.REPORT;
            case Intent.Join join -> Wish.REPORT;
            case Intent.Status status -> Wish.STATUS;
            case Intent.Cancel cancel -> Wish.CANCEL;
            case Intent.Subscribe subscribe -> Wish.SUBSCRIBE;
            case Intent.Merchant merchant -> Wish.SUBSCRIBE;
            case Intent.Unsubscribe unsubscribe -> Wish.UNSUBSCRIBE;
            case Intent.WantPerson person -> Wish.PERSON;
            case Intent.Greet greet -> Wish.GREETING;
            case Intent.Arrive arrive -> Wish.GREETING;
            case Intent.LeavePhone phone -> Wish.CHITCHAT;
            case Intent.Edit edit -> Wish.CHITCHAT;
            case Intent.Private hidden -> Wish.CHITCHAT;
            case Intent.Thank thank -> Wish.CHITCHAT;
            case Intent.Help help -> Wish.CHITCHAT;
            case Intent.Language language -> Wish.CHITCHAT;
            case Intent.Mark mark -> Wish.FEEDBACK;
            case Intent.Why why -> Wish.FEEDBACK;
            case Intent.Quiet quiet -> Wish.UNSUBSCRIBE;
            case Intent.Bind bind -> Wish.CHITCHAT;
            case Intent.Unbind unbind -> Wish.CHITCHAT;
            case Intent.Nothing nothing -> Wish.CHITCHAT;
        };
    }

    private static Wish report(Intake intake, String words) {
        var reading = intake.read(words);
        if (reading.outside() != null) {
            return Wish.OUT_OF_SCOPE;
        }
        return reading.danger() == null ? Wish.REPORT : Wish.EMERGENCY;
    }

    /**
     * What a question found.
     *
     * @param question as it was looked up, with what it goes on from
     */
    public record Heard(String question, Finding finding) {}

    /**
     * What the last of several questions in one conversation finds.
     *
     * @param questions at least one, each taken for a question
     */
    public static Heard find(
            List<String> questions, Asker asker, Answers answers, LocalDate today) {
        var desk = new Questions(answers, (person, question) -> asker.areas());
        var profile = asker.audience() == Audience.MERCHANT ? Profile.MERCHANT : Profile.RESIDENT;
        var now = today.atStartOfDay(SHANGHAI).toInstant();
        Flow flow = new Flow.Idle();
        for (var question : questions.subList(0, questions.size() - 1)) {
            var turn = turn(question, flow, profile, now);
            flow = desk.step(turn, ask(desk, turn)).next();
        }
        var last = ask(desk, turn(questions.getLast(), flow, profile, now));
        return new Heard(last.question(), last.finding());
    }

    private static Questions.Asked ask(Questions desk, Turn turn) {
        return desk.look(turn, new Intent.Ask(turn.words())).orElseThrow();
    }

    private static Turn turn(String words, Flow flow, Profile profile, Instant now) {
        var person = new Person(0, SENDER, profile, "zh", null, true);
        return Turn.of(person, flow, Incoming.words(SENDER, "rehearsal", words), now);
    }
}
