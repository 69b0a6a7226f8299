package org.ximen.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.ximen.cases.Danger;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.handoff.Handoff;
import org.ximen.inbox.Inbox;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;

/** The conversation with residents and merchants, on whatever channel. */
public final class Dialogue {
    private static final int TRIES = 4;

    private final Db db;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Residents residents;
    private final Handoff handoff;
    private final Understanding understanding;
    private final Desks desks;
    private final Questions questions;
    private final Conversations conversations;
    private final Gates gates = new Gates();

    /**
     * @param features what the conversation can do
     * @param personal all that is kept of a person, to show and to erase
     */
    public Dialogue(Db db, Features features, PersonalData personal) {
        this.db = db;
        this.inbox = features.inbox();
        this.outbox = features.outbox();
        this.residents = features.residents();
        this.handoff = features.handoff();
        this.understanding = new Understanding(features.intake());
        this.desks = new Desks(features, personal);
        this.questions =
                new Questions(features.answers(), new OwnAreas(features.district(), residents)::of);
        this.conversations = features.conversations();
    }

    /**
     * Handles a message once and says what to answer. The same message again changes nothing and
     * gets the same replies. All effects of a message are kept together or not at all.
     */
    public List<Reply> answer(Incoming incoming, Instant now) {
        return gates.through(
                incoming.sender(),
                () -> once(residents.meet(incoming.sender(), now), incoming, now));
    }

    /** The replies to a message that was handled; empty if it was not. */
    public List<Reply> repliesTo(Sender sender, String message) {
        return outbox.repliesTo(sender, message);
    }

    /** Notes that messages do not reach a chat any more. */
    public void left(Sender sender) {
        residents.reachable(sender, false);
    }

    /** Notes that messages reach a chat again. */
    public void returned(Sender sender) {
        residents.reachable(sender, true);
    }

    private List<Reply> once(Person person, Incoming incoming, Instant now) {
        for (int left = TRIES; ; left--) {
            if (inbox.knows(incoming.sender(), incoming.id())) {
                return repliesTo(incoming.sender(), incoming.id());
            }
            try {
                return handle(person, incoming, now);
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                // Another machine handled a message of this chat meanwhile: look again.
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private List<Reply> handle(Person person, Incoming incoming, Instant now) {
        if (incoming.is(Manner.IN_PUBLIC)) {
            return handleInPublic(Turn.of(person, new Flow.Idle(), incoming, now));
        }
        var stand = conversations.get(incoming.sender(), now);
        var turn = Turn.of(person, stand.flow(), pressed(incoming), now);
        var plans = plans(turn);
        return db.in(() -> {
            inbox.handled(incoming, now);
            var done = run(turn, plans);
            if (done.forgotten()) {
                farewell(incoming, done.replies(), now);
            } else {
                conversations.put(incoming.sender(), done.flow(), stand.version(), now);
                outbox.answer(incoming, done.replies(), now);
            }
            return done.replies();
        });
    }

    /** While a person talks with the resident, words are words. */
    private Incoming pressed(Incoming incoming) {
        var sender = incoming.sender();
        return Typed.mayBe(incoming) && !handoff.silences(sender)
                ? Typed.read(incoming, outbox.last(sender))
                : incoming;
    }

    private void farewell(Incoming incoming, List<Reply> replies, Instant now) {
        if (!incoming.is(Manner.AWAITED)) {
            replies.forEach(reply -> outbox.sayLast(incoming.sender(), reply, now));
        }
    }

    /** Where others read along nothing is remembered from one message to the next. */
    private List<Reply> handleInPublic(Turn turn) {
        var plans = planned(turn, InPublic.only(understanding.of(turn)));
        return db.in(() -> {
            inbox.handled(turn.incoming(), turn.now());
            var replies = run(turn, plans).replies().stream().map(InPublic::said).toList();
            outbox.answer(turn.incoming(), replies, turn.now());
            return replies;
        });
    }

    /**
     * @param finding what the knowledge base says, where the intent is a question
     */
    private record Plan(Intent intent, Optional<Questions.Asked> finding) {}

    /**
     * @param forgotten the person was erased, so nothing of this turn is kept either
     */
    private record Done(List<Reply> replies, Flow flow, boolean forgotten) {}

    /**
     * Understands the message and looks things up, before any transaction is open. Nothing, where a
     * person talks with the resident and the words are theirs; but a danger and a wish to be
     * forgotten are always heard.
     */
    private List<Plan> plans(Turn turn) {
        var intents = understanding.of(turn);
        boolean heard =
                desks.danger(turn).isPresent()
                        || intents.getFirst() instanceof Intent.Forget
                        || intents.getFirst() instanceof Intent.LeavePhone
                        || intents.getFirst() instanceof Intent.Bind;
        return handoff.silences(turn.incoming().sender()) && !heard
                ? List.of()
                : planned(turn, intents);
    }

    private List<Plan> planned(Turn turn, List<Intent> intents) {
        return intents.stream()
                .map(intent -> new Plan(intent, questions.look(turn, intent)))
                .toList();
    }

    private Done run(Turn turn, List<Plan> plans) {
        var trouble = turn.incoming().trouble();
        if (trouble != null && !turn.saysSomething()) {
            return new Done(List.of(Reply.of(Reply.Kind.HELP, trouble)), turn.flow(), false);
        }
        if (plans.isEmpty()) {
            return new Done(relay(turn), turn.flow(), false);
        }
        List<Reply> replies = new ArrayList<>();
        // Erasing is confirmed at once or not at all.
        var flow = turn.flow() instanceof Flow.Forgetting ? new Flow.Idle() : turn.flow();
        boolean forgotten = false;
        for (var plan : plans) {
            var step = step(turn.standing(flow), plan);
            flow = step.next();
            forgotten |= step.outcome() instanceof Outcome.Forgotten;
            replies.add(Wording.of(step.outcome(), desks.names()));
        }
        if (trouble != null) {
            replies.set(0, replies.getFirst().after(trouble));
        }
        return new Done(safetyFirst(turn, plans, flow, replies), flow, forgotten);
    }

    /** Where there is danger, what to do at once stands before everything else. */
    private List<Reply> safetyFirst(Turn turn, List<Plan> plans, Flow after, List<Reply> replies) {
        boolean told = plans.stream().map(Plan::intent).anyMatch(Desks::tellsOfSomething);
        var danger = told ? desks.danger(turn.standing(after)) : Optional.<Danger>empty();
        danger.ifPresent(d -> replies.set(0, replies.getFirst().after(d.advice())));
        return replies;
    }

    /** While a person talks with the resident, the words are theirs. */
    private List<Reply> relay(Turn turn) {
        if (!turn.hasWords()) {
            return List.of(Wording.of(new Outcome.WordsOnly(), desks.names()));
        }
        return switch (handoff.relay(turn.incoming().sender(), turn.words(), turn.now())) {
            case KEPT -> List.of();
            case ENDED -> List.of(Wording.of(new Outcome.PersonLeft(), desks.names()));
            case NOBODY -> throw new OptimisticLockingFailureException("the talk ended meanwhile");
        };
    }

    private Step step(Turn turn, Plan plan) {
        return plan.finding()
                .map(asked -> desks.found(turn, plan.intent(), asked, questions.step(turn, asked)))
                .orElseGet(() -> desks.step(turn, plan.intent()));
    }
}
