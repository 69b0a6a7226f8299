package org.ximen.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.Ticket;
import org.ximen.inbox.Inbox;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** The conversation with residents and merchants, on whatever channel. */
public final class Dialogue {
    private static final int TRIES = 4;
    // Commands that are no words to the member of staff who talks with the resident.
    private static final Set<String> HEARD = Set.of("forget", "bind", "unbind");
    // Commands with a code behind them.
    private static final Set<String> SECRET = Set.of("bind");
    // Acts by which somebody may tell of a danger.
    private static final Set<Act> TELLING = EnumSet.of(Act.REPORT, Act.SUPPLEMENT, Act.GRIEVANCE);

    private static final Set<Act> COURTESIES = EnumSet.of(Act.GREET, Act.THANK, Act.YES, Act.NO);

    private final Db db;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Residents residents;
    private final Handoff handoff;
    private final Conversations conversations;
    private final TurnReader turns;
    private final MessagePolicy policy;
    private final PublicTalk publicTalk;
    private final ReadingNotes notes;
    private final StaffRelay staffRelay;
    private final EngineTexts texts = new EngineTexts();
    private final ChatLocks locks = new ChatLocks();

    /**
     * @param features what the conversation reads and writes
     * @param skills all that it can do
     */
    public Dialogue(Db db, Features features, List<Skill> skills) {
        this.db = db;
        this.inbox = features.inbox();
        this.outbox = features.outbox();
        this.residents = features.residents();
        this.handoff = features.handoff();
        this.conversations = features.conversations();
        this.turns = new TurnReader(features);
        this.policy =
                new MessagePolicy(
                        new SkillRegistry(skills),
                        new PartReader(features.reader()),
                        features.hearing(),
                        new CaseMemory(features.cases()));
        this.publicTalk = new PublicTalk(policy, features.codeTable(), texts);
        this.notes = new ReadingNotes(features);
        this.staffRelay = new StaffRelay(features.handoff().chats());
    }

    /**
     * Handles a message once and says what to answer. The same message again changes nothing and
     * gets the same replies. All effects of a message are kept together or not at all.
     */
    public List<Reply> answer(Incoming incoming, Instant now) {
        return locks.holding(
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

    /**
     * Whether staff talk with somebody, or somebody of staff with a resident: then words are words,
     * and numbers are numbers.
     */
    public boolean isInTalk(Sender sender, Instant now) {
        return handoff.silences(sender)
                || handoff.chats().inHand(sender, now).isPresent() && !isAskedLast(sender);
    }

    /** Who leads a talk presses the buttons of what the chat was asked last as ever. */
    private boolean isAskedLast(Sender sender) {
        var last = outbox.last(sender);
        return !last.isEmpty() && last.getFirst().kind() == Reply.Kind.QUESTION;
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
            return handleInPublic(turns.stranger(person, incoming, now));
        }
        var stand = conversations.get(incoming.sender(), now);
        var read = turns.read(person, typed(incoming), stand.conversation(), now);
        var turn = policy.isCode(read) ? read.in(person.speaks()) : read;
        var works = works(turn);
        return db.in(() -> {
            inbox.handled(incoming, now);
            noteLanguage(person, turn);
            policy.heard(turn);
            var done = run(turn, works);
            if (!policy.isSecret(turn)) {
                notes.note(turn, done, isRead(turn));
                keep(turn, done);
            }
            if (done.forgotten()) {
                farewell(incoming, done.replies(), now);
            } else {
                conversations.put(incoming.sender(), done.next(), stand.version(), now);
                outbox.answer(incoming, done.replies(), now);
            }
            return done.replies();
        });
    }

    /** What whoever takes over may read; what is said to a person is in the ticket. */
    private void keep(Turn turn, Step done) {
        boolean said = !isRelayed(turn) && !isTold(turn) && !isForResident(turn);
        var line = SpokenLine.of(turn);
        if (said && !line.isEmpty() && !done.forgotten() && !policy.isCommand(turn, SECRET)) {
            handoff.heard(turn.person(), turn.incoming().id(), line, turn.now());
        }
    }

    /** A word of thanks in another language than one's own is no wish to be spoken to in it. */
    private void noteLanguage(Person person, Turn turn) {
        boolean courtesy = COURTESIES.contains(turn.act()) || isForResident(turn);
        if (turn.language() != person.speaks() && !courtesy) {
            residents.language(person, turn.language().code());
        }
    }

    private Incoming typed(Incoming incoming) {
        var sender = incoming.sender();
        return Typed.mayBe(incoming) && !handoff.silences(sender)
                ? Typed.read(incoming, outbox.offered(sender))
                : incoming;
    }

    private void farewell(Incoming incoming, List<Reply> replies, Instant now) {
        if (!incoming.is(Manner.AWAITED)) {
            replies.forEach(reply -> outbox.sayLast(incoming.sender(), reply, now));
        }
    }

    /** Where others read along nothing is remembered from one message to the next. */
    private List<Reply> handleInPublic(Turn turn) {
        var works = publicTalk.decide(turn);
        return db.in(() -> {
            inbox.handled(turn.incoming(), turn.now());
            var replies = run(turn, works).replies().stream().map(PublicTalk::said).toList();
            outbox.answer(turn.incoming(), replies, turn.now());
            return replies;
        });
    }

    /**
     * Understands the message and looks things up, before any transaction is open. While a person
     * talks with the resident the words are theirs; but a danger, a command and a number given by
     * the channel are always heard.
     */
    private List<Work> works(Turn turn) {
        var trouble = missed(turn);
        boolean empty =
                !turn.hasWords()
                        && !turn.showsSomething()
                        && turn.incoming().choice() == null
                        && turn.incoming().phone() == null;
        if (trouble != null && empty) {
            var told = Reply.of(Reply.Kind.HELP, trouble);
            return List.of(standing -> Step.of(told, standing));
        }
        if (isForResident(turn)) {
            return List.of(standing -> staffRelay.say(turn, standing));
        }
        if (isRelayed(turn)) {
            return List.of(standing -> relay(turn, standing));
        }
        var works = new ArrayList<>(policy.decide(turn));
        if (isTold(turn)) {
            works.add(standing -> overhear(turn, standing));
        }
        return works;
    }

    /** Whether words that the assistant answers are said to a person, too. */
    private boolean isTold(Turn turn) {
        return turn.around().ticket().filter(Dialogue::isTaken).isPresent()
                && turn.hasWords()
                && turn.incoming().choice() == null
                && !policy.isCommand(turn, HEARD)
                && !policy.isSecret(turn);
    }

    private Step overhear(Turn turn, Conversation standing) {
        handoff.overheard(turn.incoming().sender(), turn.words(), turn.now());
        return new Step(List.of(), standing, false);
    }

    /** Whether words of a member of staff go to the resident whose talk they have in hand. */
    private boolean isForResident(Turn turn) {
        return StaffRelay.takes(turn)
                && !policy.isStaffCommand(turn)
                && !policy.awaitsWords(turn)
                && !policy.isSecret(turn);
    }

    private boolean isRelayed(Turn turn) {
        return turn.around().ticket().filter(Dialogue::isTaken).isPresent() && !isHeard(turn);
    }

    /** Whether it is answered by what was read from its words. */
    private boolean isRead(Turn turn) {
        return turn.hasWords()
                && turn.incoming().choice() == null
                && !isRelayed(turn)
                && !isForResident(turn)
                && !policy.isCommand(turn);
    }

    private static @Nullable String missed(Turn turn) {
        var missed = turn.incoming().missed();
        return missed == null ? null : turn.language().of(missed.chinese(), missed.english());
    }

    private static boolean isTaken(Ticket ticket) {
        return ticket.state() == Ticket.State.CLAIMED;
    }

    private boolean isHeard(Turn turn) {
        return turn.reading().danger().level() == DangerReading.Level.NOW
                || policy.isCommand(turn, HEARD)
                || turn.incoming().choice() != null
                || turn.incoming().phone() != null
                || policy.isSecret(turn);
    }

    private Step relay(Turn turn, Conversation standing) {
        if (!turn.hasWords()) {
            return Step.of(texts.wordsOnly(turn.language()), standing);
        }
        return switch (handoff.relay(turn.incoming().sender(), turn.words(), turn.now())) {
            case KEPT -> new Step(List.of(), standing, false);
            case ENDED -> Step.of(texts.talkEnded(turn.language()), standing);
            case NOBODY -> throw new OptimisticLockingFailureException("the talk ended meanwhile");
        };
    }

    private Step run(Turn turn, List<Work> works) {
        List<Reply> replies = new ArrayList<>();
        var standing = turn.standing();
        boolean forgotten = false;
        for (var work : works) {
            var step = work.run(standing);
            standing = step.next();
            forgotten |= step.forgotten();
            replies.addAll(step.replies());
        }
        return new Step(led(turn, replies), standing, forgotten);
    }

    /** What stands before everything else: a part that could not be taken, a word of caution. */
    private List<Reply> led(Turn turn, List<Reply> replies) {
        if (replies.isEmpty()) {
            return replies;
        }
        var trouble = missed(turn);
        var first = replies.getFirst();
        var careful = caution(turn).map(first::after).orElse(first);
        replies.set(0, trouble == null ? careful : careful.after(trouble));
        return replies;
    }

    private Optional<String> caution(Turn turn) {
        boolean ofTheCase = turn.act() == Act.SMALLTALK && turn.around().spokenOf().isPresent();
        boolean telling = (TELLING.contains(turn.act()) || ofTheCase) && !DangerCourse.isOver(turn);
        return telling && !policy.isCommand(turn) && !isForResident(turn)
                ? texts.caution(turn.language(), turn.reading().danger(), turn.act() == Act.REPORT)
                : Optional.empty();
    }
}
