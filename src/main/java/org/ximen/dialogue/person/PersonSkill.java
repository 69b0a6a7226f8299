package org.ximen.dialogue.person;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.QueueTexts;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.NewTicket;
import org.ximen.handoff.Ticket;
import org.ximen.understanding.Act;
import org.ximen.understanding.PlaceMention;

/** Calls a member of staff: because one is wanted, or to hear a complaint about an office. */
public final class PersonSkill implements Skill {
    private static final String GRIEVANCE = "不满";
    // So likely, thanks of who waits mean that they wait no longer.
    private static final double LEAVING = 0.3;

    private final Handoff handoff;
    private final QueueTexts queue = new QueueTexts();
    private final SkillTexts texts = new SkillTexts(PersonSkill.class);

    /** Calls by these features. */
    public PersonSkill(Features features) {
        this.handoff = features.handoff();
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.PERSON, Act.GRIEVANCE);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("person", "person"), entry("人工", "person"), entry("转人工", "person"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("person", "leave-queue");
    }

    /**
     * What is said while waiting: kept for whoever will take the call, or about the queue itself.
     */
    @Override
    public Optional<Work> answer(Turn turn) {
        return turn.standing().draft() == null && isAboutQueue(turn)
                ? turn.around().ticket().flatMap(ticket -> waiting(turn, ticket))
                : Optional.empty();
    }

    /** Unless a case was spoken about since. */
    private static boolean isAboutQueue(Turn turn) {
        return turn.around().last().stream().noneMatch(last -> last.caseNumber() != null);
    }

    /** Whether a trouble was told, and nothing else was spoken of since a person was asked for. */
    private static boolean isMatter(Turn turn) {
        boolean placed = turn.reading().places().stream().anyMatch(PlaceMention::precise);
        return !placed
                && turn.around().last().stream()
                        .findFirst()
                        .filter(last -> last.kind() == Reply.Kind.STATUS)
                        .isPresent();
    }

    private Optional<Work> waiting(Turn turn, Ticket ticket) {
        return switch (turn.act()) {
            case WITHDRAW -> Optional.of(standing -> leave(turn, standing));
            case STATUS -> Optional.of(standing -> Step.of(place(turn, ticket), standing));
            case URGE -> Optional.of(standing -> pushed(turn, ticket, standing));
            case SUPPLEMENT, CORRECT, PLACE_ONLY ->
                    Optional.of(standing -> Step.of(kept(turn), standing));
            case PROFILE ->
                    turn.reading().phone().isEmpty()
                            ? Optional.of(standing -> Step.of(kept(turn), standing))
                            : Optional.empty();
            case REPORT ->
                    isMatter(turn)
                            ? Optional.of(standing -> matter(turn, standing))
                            : Optional.empty();
            case THANK ->
                    turn.reading().probability(Act.WITHDRAW) > LEAVING
                            ? Optional.of(standing -> leave(turn, standing))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A trouble told while waiting is for the person, unless it shall be reported at once. */
    private Step matter(Turn turn, Conversation standing) {
        var reply = kept(turn);
        var report = texts.say(turn.language(), "report.now");
        var choices =
                List.of(
                        SkillTexts.labelled(report, "as", Act.REPORT.name()),
                        texts.button(turn.language(), "leave-queue"));
        return Step.of(reply.offering(choices), standing.eitherWay(turn.words()));
    }

    private Reply place(Turn turn, Ticket ticket) {
        var place = queue.receipt(turn.language(), handoff.place(ticket, turn.now()));
        return Reply.of(Reply.Kind.STATUS, place, texts.button(turn.language(), "leave-queue"));
    }

    /** Who is impatient tells something, too. */
    private Step pushed(Turn turn, Ticket ticket, Conversation standing) {
        kept(turn);
        return Step.of(place(turn, ticket), standing);
    }

    private Reply kept(Turn turn) {
        var words = new NewTicket(turn.words(), null, null, null);
        handoff.askAbout(turn.person(), words, turn.now());
        return Reply.of(
                Reply.Kind.STATUS,
                texts.say(turn.language(), "kept"),
                texts.button(turn.language(), "leave-queue"));
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) when act == Act.GRIEVANCE ->
                    standing -> grievance(turn, standing);
            case Call.Said said -> standing -> person(turn, turn.words(), standing);
            case Call.Commanded(var command, var rest) ->
                    standing -> person(turn, rest.isEmpty() ? null : rest, standing);
            case Call.Pressed(var button, var value) when button.equals("leave-queue") ->
                    standing -> leave(turn, standing);
            default -> standing -> person(turn, null, standing);
        };
    }

    /** To somebody of the street, never to the office that is complained about. */
    private Step grievance(Turn turn, Conversation standing) {
        var wish = new NewTicket(turn.words(), GRIEVANCE, null, null);
        var ticket = handoff.askAbout(turn.person(), wish, turn.now());
        var receipt = queue.receipt(turn.language(), handoff.place(ticket, turn.now()));
        var leave = texts.button(turn.language(), "leave-queue");
        var text = texts.say(turn.language(), "grievance", receipt);
        return Step.of(Reply.of(Reply.Kind.STATUS, text, leave), standing);
    }

    private Step person(Turn turn, @Nullable String about, Conversation standing) {
        var ticket = handoff.ask(turn.person(), matter(standing, about), turn.now());
        var receipt = queue.receipt(turn.language(), handoff.place(ticket, turn.now()));
        var reply = Reply.of(Reply.Kind.STATUS, receipt).wishing(Reply.Wish.PHONE);
        return Step.of(reply, standing);
    }

    /** What a person is wanted for: the question asked before, and what was said with the wish. */
    private static @Nullable String matter(Conversation standing, @Nullable String about) {
        var answer = standing.answer();
        if (answer == null) {
            return about;
        }
        return about == null ? answer.question() : answer.question() + "；" + about;
    }

    private Step leave(Turn turn, Conversation standing) {
        boolean waited = handoff.end(turn.incoming().sender(), turn.now());
        var key = waited ? "left" : "left.not";
        return Step.of(
                Reply.of(
                        Reply.Kind.HELP,
                        texts.say(turn.language(), key),
                        texts.button(turn.language(), "report")),
                standing);
    }
}
