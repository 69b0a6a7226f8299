package org.ximen.dialogue.tickets;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketChats;
import org.ximen.handoff.TicketChats.Taking;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;

/** Takes, changes and ends the talks that a member of staff leads from the chat that they bound. */
public final class TicketsSkill implements Skill {
    private static final int SHOWN = 5;

    private final Bindings bindings;
    private final TicketChats chats;
    private final SkillTexts texts = new SkillTexts(TicketsSkill.class);

    /** Leads talks by these features. */
    public TicketsSkill(Features features) {
        this.bindings = features.bindings();
        this.chats = features.handoff().chats();
    }

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(entry("tickets", "tickets"), entry("我的接待", "tickets"));
    }

    @Override
    public boolean isForStaff() {
        return true;
    }

    @Override
    public Set<String> buttons() {
        return Set.of("ticket-take", "ticket-turn", "ticket-end", "ticket-back", "ticket-rest");
    }

    @Override
    public Work take(Turn turn, Call call) {
        return standing -> Step.of(reply(turn, call), standing);
    }

    private Reply reply(Turn turn, Call call) {
        var member = bindings.of(turn.person().sender());
        if (member.isEmpty()) {
            return say(Reply.Kind.HELP, "staff.only");
        }
        return call instanceof Call.Pressed(var button, var value) && value.matches("\\d{1,18}")
                ? pressed(turn, button, Long.parseLong(value), member.get())
                : list(turn, member.get());
    }

    private Reply pressed(Turn turn, String button, long id, StaffMember by) {
        return switch (button) {
            case "ticket-take" -> take(turn, id, by);
            case "ticket-turn" ->
                    chats.turnTo(id, by, turn.now())
                            .map(ticket -> leading(ticket, "turned"))
                            .orElseGet(() -> say(Reply.Kind.HELP, "not.yours", id));
            case "ticket-end" -> left(chats.end(id, by, turn.now()), "ended", id, by);
            case "ticket-back" -> left(chats.putBack(id, by, turn.now()), "back", id, by);
            default -> rest(by);
        };
    }

    private Reply take(Turn turn, long id, StaffMember by) {
        return switch (chats.take(id, by, turn.person().sender(), turn.now())) {
            case Taking.Taken(var ticket) -> leading(ticket, "taken");
            case Taking.TooLate(var ticket) -> tooLate(ticket);
            case Taking.NotTheirs() -> say(Reply.Kind.HELP, "take.not", id);
        };
    }

    private Reply tooLate(Ticket ticket) {
        var by = ticket.claimedBy();
        return ticket.state() == Ticket.State.CLAIMED && by != null
                ? say(Reply.Kind.HELP, "take.late", ticket.id(), by)
                : say(Reply.Kind.HELP, "take.over", ticket.id());
    }

    /** From now on what is typed is for this resident. */
    private Reply leading(Ticket ticket, String key) {
        var said = chats.lastLine(ticket).map(line -> texts.say(Language.ZH, "line", line));
        return say(Reply.Kind.STATUS, key, ticket.id(), said.orElse(""))
                .offering(
                        List.of(
                                chats.button("ticket-end", ticket),
                                chats.button("ticket-back", ticket),
                                chats.button("ticket-rest", ticket)));
    }

    private Reply left(boolean left, String key, long id, StaffMember by) {
        return left
                ? say(Reply.Kind.STATUS, key, id).offering(turns(by))
                : say(Reply.Kind.HELP, "not.yours", id);
    }

    private Reply rest(StaffMember by) {
        chats.rest(by);
        return say(Reply.Kind.STATUS, "rested").offering(turns(by));
    }

    private List<Choice> turns(StaffMember by) {
        return chats.held(by).stream()
                .limit(SHOWN)
                .map(ticket -> chats.button("ticket-turn", ticket))
                .toList();
    }

    /** What the member has, and who waits. */
    private Reply list(Turn turn, StaffMember by) {
        var held = chats.held(by);
        var waiting = chats.waiting(by, SHOWN);
        var buttons = new ArrayList<>(turns(by));
        waiting.forEach(ticket -> buttons.add(chats.button("ticket-take", ticket)));
        turn.around()
                .inHand()
                .ifPresent(each -> buttons.add(chats.button("ticket-rest", each.ticket())));
        var text =
                buttons.isEmpty()
                        ? texts.say(Language.ZH, "none")
                        : texts.say(Language.ZH, "list", held.size(), waiting.size());
        return Reply.of(Reply.Kind.STATUS, text, buttons);
    }

    private Reply say(Reply.Kind kind, String key, Object... values) {
        return Reply.of(kind, texts.say(Language.ZH, key, values));
    }
}
