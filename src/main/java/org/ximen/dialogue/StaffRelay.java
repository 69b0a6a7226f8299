package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.handoff.TicketChats;
import org.ximen.handoff.TicketChats.InHand;
import org.ximen.text.Language;

/**
 * What a member of staff types in their chat while they have a resident's talk in hand: it goes to
 * the resident, whatever it sounds like, unless it answers what the chat was asked last. Buttons,
 * pictures, the commands of staff and all with a slash are their own.
 */
final class StaffRelay {
    private static final int LONGEST = 1000;
    private static final int OTHERS = 3;

    private final TicketChats chats;
    private final SkillTexts texts = new SkillTexts(StaffRelay.class);

    StaffRelay(TicketChats chats) {
        this.chats = chats;
    }

    /** Whether the words are for the resident, unless something was asked that they answer. */
    static boolean takes(Turn turn) {
        return turn.around().inHand().isPresent()
                && turn.hasWords()
                && !turn.words().startsWith("/")
                && !turn.showsSomething()
                && turn.incoming().choice() == null
                && turn.incoming().phone() == null;
    }

    /** Says it, inside the message's transaction. */
    Step say(Turn turn, Conversation standing) {
        var inHand =
                chats.inHand(turn.person().sender(), turn.now())
                        .orElseThrow(
                                () -> new OptimisticLockingFailureException("no longer in hand"));
        return Step.of(said(turn, inHand), standing);
    }

    private Reply said(Turn turn, InHand inHand) {
        if (turn.incoming().is(Manner.EDITED)) {
            return reply("relay.edited", inHand);
        }
        if (turn.words().length() > LONGEST) {
            return reply("relay.long", inHand);
        }
        if (!inHand.fresh()) {
            return reply("relay.stale", inHand).offering(stale(inHand));
        }
        chats.say(inHand, turn.words(), turn.now());
        return reply("relay.said", inHand);
    }

    private Reply reply(String key, InHand inHand) {
        var text = texts.say(Language.ZH, key, inHand.ticket().id());
        return Reply.of(Reply.Kind.STATUS, text, buttons(inHand));
    }

    private List<Choice> buttons(InHand inHand) {
        var buttons = new ArrayList<Choice>();
        buttons.add(chats.button("ticket-end", inHand.ticket()));
        chats.held(inHand.member()).stream()
                .filter(other -> other.id() != inHand.ticket().id())
                .limit(OTHERS)
                .forEach(other -> buttons.add(chats.button("ticket-turn", other)));
        return buttons;
    }

    private List<Choice> stale(InHand inHand) {
        return List.of(
                chats.button("ticket-turn", inHand.ticket()),
                chats.button("ticket-end", inHand.ticket()),
                chats.button("ticket-rest", inHand.ticket()));
    }
}
