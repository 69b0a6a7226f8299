package org.ximen.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Incoming;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Rate;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class OutboxTest {
    private static final Sender WANG = new Sender("pigeon", "wang");
    private static final Sender LI = new Sender("pigeon", "li");

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    private final Pigeons pigeons = new Pigeons();
    private final Set<Sender> gone = new HashSet<>();

    @ParameterizedTest
    @EnumSource
    void sendsInOrderAndOnlyOnce(TestDatabase database) {
        var outbox = outbox(database.open());
        outbox.say(WANG, hello("一"), now());
        outbox.say(WANG, hello("二"), now());
        outbox.drain(now());
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 一", "wang 二");
    }

    @ParameterizedTest
    @EnumSource
    void answersOvertakeBroadcasts(TestDatabase database) {
        var outbox = outbox(database.open());
        outbox.broadcast(1, List.of(WANG, LI), hello("通知"), now());
        outbox.say(LI, hello("回答"), now());
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("li 回答", "wang 通知", "li 通知");
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeReachesEachRecipientOnceHoweverOftenItIsPutIn(TestDatabase database) {
        var outbox = outbox(database.open());
        assertThat(outbox.broadcast(1, List.of(WANG), hello("通知"), now())).isEqualTo(1);
        assertThat(outbox.broadcast(1, List.of(WANG, LI), hello("通知"), now())).isEqualTo(1);
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 通知", "li 通知");
        assertThat(outbox.progress(1)).isEqualTo(new Progress(0, 2, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void waitsAsLongAsTheChannelSaysAndKeepsTheOrderOfTheChat(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.next.add(new Delivery.Later(now().plusSeconds(7), "flood"));
        outbox.say(WANG, hello("一"), now());
        outbox.say(WANG, hello("二"), now());
        outbox.say(LI, hello("三"), now());
        outbox.drain(now());
        outbox.drain(clock.pass(Duration.ofSeconds(6)));
        assertThat(pigeons.carried).containsExactly("li 三");
        outbox.drain(clock.pass(Duration.ofSeconds(1)));
        assertThat(pigeons.carried).containsExactly("li 三", "wang 一", "wang 二");
    }

    @ParameterizedTest
    @EnumSource
    void tellsFailuresApart(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.next.add(new Delivery.Gone("blocked"));
        pigeons.next.add(new Delivery.Unknown("reset"));
        outbox.broadcast(1, List.of(WANG, LI), hello("通知"), now());
        outbox.drain(now());
        outbox.drain(clock.pass(Duration.ofMinutes(1)));
        assertThat(outbox.progress(1)).isEqualTo(new Progress(0, 0, 1, 0, 1, 0));
        assertThat(gone).containsExactly(WANG);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithUnknownOutcomeIsSentAgain(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.next.add(new Delivery.Unknown("reset"));
        outbox.say(WANG, hello("一"), now());
        outbox.drain(now());
        outbox.drain(clock.pass(Duration.ofSeconds(2)));
        assertThat(pigeons.carried).containsExactly("wang 一");
    }

    @ParameterizedTest
    @EnumSource
    void aBroadcastWhoseMachineDiedIsUnknownAndNotSentAgain(TestDatabase database) {
        var db = database.open();
        outbox(db).broadcast(1, List.of(WANG), hello("通知"), now());
        outbox(db).say(LI, hello("回答"), now());
        db.client().sql("update outbox set state = 'SENDING'").update();
        outbox(db).startedAlone(now());
        outbox(db).drain(now());
        assertThat(pigeons.carried).containsExactly("li 回答");
        assertThat(outbox(db).progress(1).unknown()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOvertakesWhatADeadMachineWasSending(TestDatabase database) {
        var db = database.open();
        outbox(db).say(WANG, hello("回答"), now());
        db.client().sql("update outbox set state = 'SENDING'").update();
        outbox(db).broadcast(1, List.of(WANG, LI), hello("通知"), now());
        outbox(db).drain(now());
        assertThat(pigeons.carried).containsExactly("li 通知");
        clock.pass(Duration.ofMinutes(2));
        outbox(db).sweep(now());
        outbox(db).drain(now());
        assertThat(pigeons.carried).containsExactly("li 通知", "wang 回答", "wang 通知");
    }

    @ParameterizedTest
    @EnumSource
    void pausedAndCancelledNoticesDoNotLeave(TestDatabase database) {
        var outbox = outbox(database.open());
        outbox.broadcast(1, List.of(WANG, LI), hello("通知"), now());
        outbox.hold(1, now());
        assertThat(outbox.drain(now())).isZero();
        outbox.release(1, now());
        outbox.cancel(1, now());
        assertThat(outbox.drain(now())).isZero();
        assertThat(outbox.progress(1).cancelled()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void messagesToChatsThatNobodyHoldsWait(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.reachable = Optional.of(Set.of());
        outbox.say(WANG, hello("一"), now());
        assertThat(outbox.drain(now())).isZero();
        pigeons.reachable = Optional.of(Set.of("wang", "zhang"));
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 一");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatOpensAgainGetsWhatItMissed(TestDatabase database) {
        var outbox = outbox(database.open());
        outbox.say(WANG, hello("一"), now());
        outbox.say(WANG, hello("二"), now());
        outbox.drain(now());
        outbox.resend(WANG, pigeons.ids.getFirst(), now());
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 一", "wang 二", "wang 二");
    }

    @ParameterizedTest
    @EnumSource
    void aStreamGetsWhatItMissedThoughAnAnswerHadOvertakenIt(TestDatabase database) {
        var outbox = outbox(database.open());
        outbox.broadcast(1, List.of(WANG), hello("通知"), now());
        outbox.say(WANG, hello("回答"), now());
        outbox.drain(now());
        outbox.resend(WANG, pigeons.ids.getFirst(), now());
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 回答", "wang 通知", "wang 通知");
        outbox.resend(WANG, pigeons.ids.get(1), now());
        assertThat(outbox.drain(now())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aStreamNeverGetsAgainWhatItSaysItHas(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.losesTrack = true;
        outbox.say(WANG, hello("一"), now());
        outbox.drain(now());
        outbox.resend(WANG, pigeons.ids.getFirst(), now());
        assertThat(outbox.drain(now())).isZero();
        outbox.say(WANG, hello("二"), now());
        outbox.resend(LI, pigeons.ids.getFirst() + 1, now());
        assertThat(outbox.drain(now())).as("nobody else can say so").isOne();
    }

    @ParameterizedTest
    @EnumSource
    void repliesHandedBackByTheEdgeAreKeptButNotSent(TestDatabase database) {
        var outbox = outbox(database.open());
        var question = Incoming.words(WANG, "m1", "你好");
        outbox.answer(question, List.of(hello("一"), hello("二")), now());
        assertThat(outbox.drain(now())).isZero();
        assertThat(outbox.repliesTo(WANG, "m1")).containsExactly(hello("一"), hello("二"));
        assertThat(outbox.repliesTo(LI, "m1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatATransactionTakesBackNeverLeaves(TestDatabase database) {
        var db = database.open();
        var outbox = outbox(db);
        assertThatThrownBy(() ->
                        db.run(() -> {
                            outbox.say(WANG, hello("一"), now());
                            throw new IllegalStateException("taken back");
                        }))
                .hasMessage("taken back");
        assertThat(outbox.drain(now())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyCanConfirmIsRepeatedOnceAndThenLetsTheNextPass(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.losesTrack = true;
        outbox.say(WANG, hello("一"), now());
        drainFor(outbox, Duration.ofMinutes(10));
        assertThat(pigeons.carried).hasSize(2);
        pigeons.losesTrack = false;
        outbox.say(WANG, hello("二"), now());
        drainFor(outbox, Duration.ofMinutes(1));
        assertThat(pigeons.carried).hasSize(3).endsWith("wang 二");
    }

    @ParameterizedTest
    @EnumSource
    void aReceiverThatDropsRepeatsMayBeToldMoreOften(TestDatabase database) {
        pigeons.dropsRepeats = true;
        pigeons.losesTrack = true;
        var db = database.open();
        var outbox = outbox(db);
        outbox.say(WANG, hello("一"), now());
        for (int stop = 0; stop < 5; stop++) {
            db.client().sql("update outbox set state = 'SENDING'").update();
            outbox.startedAlone(now());
        }
        drainFor(outbox, Duration.ofMinutes(10));
        assertThat(pigeons.carried).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void aStopInTheMiddleOfSendingCountsAsACopy(TestDatabase database) {
        var db = database.open();
        var outbox = outbox(db);
        pigeons.losesTrack = true;
        outbox.say(WANG, hello("一"), now());
        outbox.drain(now());
        db.client().sql("update outbox set state = 'SENDING'").update();
        outbox.startedAlone(now());
        drainFor(outbox, Duration.ofMinutes(1));
        assertThat(pigeons.carried).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCancelledWhileItIsBeingSentIsNotSentAgain(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.next.add(new Delivery.Later(now().plusSeconds(1), "flood"));
        pigeons.meanwhile = () -> outbox.cancel(1, now());
        outbox.broadcast(1, List.of(WANG), hello("通知"), now());
        drainFor(outbox, Duration.ofMinutes(1));
        assertThat(pigeons.carried).isEmpty();
        assertThat(outbox.progress(1).cancelled()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPausedWhileItIsBeingSentWaits(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.next.add(new Delivery.Later(now().plusSeconds(1), "flood"));
        pigeons.meanwhile = () -> outbox.hold(1, now());
        outbox.broadcast(1, List.of(WANG), hello("通知"), now());
        drainFor(outbox, Duration.ofMinutes(1));
        assertThat(pigeons.carried).isEmpty();
        outbox.release(1, now());
        outbox.drain(now());
        assertThat(pigeons.carried).containsExactly("wang 通知");
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesOverKeepsTheWaitsOfTheMachineBefore(TestDatabase database) {
        var db = database.open();
        var before = outbox(db);
        var after = outbox(db);
        pigeons.reachable = Optional.of(Set.of());
        after.drain(now());
        pigeons.reachable = Optional.empty();
        pigeons.next.add(new Delivery.Later(now().plusSeconds(100), "flood"));
        before.say(WANG, hello("一"), now());
        before.drain(now());
        before.say(WANG, hello("二"), now());
        after.drain(clock.pass(Duration.ofSeconds(99)));
        assertThat(pigeons.carried).isEmpty();
        after.drain(clock.pass(Duration.ofSeconds(1)));
        assertThat(pigeons.carried).containsExactly("wang 一", "wang 二");
    }

    @ParameterizedTest
    @EnumSource
    void theLongestClosureCountsAndAChatMayWaitLongerThanAll(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.atOnce = 2;
        var here = new Delivery.Later(now().plusSeconds(3600), "flood");
        pigeons.next.add(new Delivery.AllLater(now().plusSeconds(60), here));
        pigeons.next.add(new Delivery.AllLater(now().plusSeconds(2), "no connection"));
        outbox.say(WANG, hello("一"), now());
        outbox.say(LI, hello("二"), now());
        outbox.drain(now());
        outbox.drain(clock.pass(Duration.ofSeconds(59)));
        assertThat(pigeons.carried).isEmpty();
        outbox.drain(clock.pass(Duration.ofSeconds(1)));
        assertThat(pigeons.carried).hasSize(1);
        outbox.drain(clock.pass(Duration.ofHours(1)));
        assertThat(pigeons.carried).containsExactlyInAnyOrder("wang 一", "li 二");
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsSetBackDoesNotMakeUsMute(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.rate = Optional.of(new Rate(1, Duration.ofSeconds(1), 1));
        clock.pass(Duration.ofHours(8));
        outbox.say(WANG, hello("快"), now());
        outbox.drain(now());
        clock.pass(Duration.ofHours(-8));
        outbox.say(WANG, hello("一"), now());
        outbox.say(LI, hello("二"), now());
        drainFor(outbox, Duration.ofSeconds(5));
        assertThat(pigeons.carried).containsExactly("wang 快", "wang 一", "li 二");
    }

    @ParameterizedTest
    @EnumSource
    void broadcastsThatHangLeaveAWayForAnswers(TestDatabase database) {
        var outbox = outbox(database.open());
        pigeons.atOnce = 4;
        pigeons.hanging = new CountDownLatch(1);
        var many = IntStream.range(0, 9).mapToObj(i -> new Sender("pigeon", "p" + i)).toList();
        outbox.broadcast(1, many, hello("通知"), now());
        assertThat(outbox.begin(now())).isEqualTo(3);
        assertThat(outbox.begin(now())).isZero();
        outbox.say(WANG, hello("回答"), now());
        assertThat(outbox.begin(now())).isEqualTo(1);
        pigeons.hanging.countDown();
        drainFor(outbox, Duration.ofSeconds(5));
        assertThat(pigeons.carried).hasSize(10);
    }

    private void drainFor(Outbox outbox, Duration time) {
        var end = now().plus(time);
        outbox.rest(Duration.ofSeconds(10));
        while (!now().isAfter(end)) {
            outbox.drain(clock.pass(Duration.ofSeconds(1)));
        }
    }

    private Outbox outbox(Db db) {
        return new Outbox(db, List.of(pigeons), gone::add);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Reply hello(String text) {
        return Reply.of(Reply.Kind.HELP, text);
    }

    /** A channel that remembers what it carried and fails as told. */
    private static final class Pigeons implements Channel {
        final List<String> carried = new CopyOnWriteArrayList<>();
        final List<Long> ids = new CopyOnWriteArrayList<>();
        final Deque<Delivery> next = new ConcurrentLinkedDeque<>();
        Optional<Rate> rate = Optional.empty();
        int atOnce = 1;
        Runnable meanwhile = () -> {};
        CountDownLatch hanging = new CountDownLatch(0);
        Optional<Set<String>> reachable = Optional.empty();
        boolean losesTrack;
        boolean dropsRepeats;

        @Override
        public String name() {
            return "pigeon";
        }

        @Override
        public Optional<Set<String>> reachable() {
            return reachable;
        }

        @Override
        public boolean dropsRepeats() {
            return dropsRepeats;
        }

        @Override
        public int atOnce() {
            return atOnce;
        }

        @Override
        public Optional<Rate> rate() {
            return rate;
        }

        @Override
        public Delivery send(Outgoing message) {
            meanwhile.run();
            await();
            var told = next.poll();
            if (told != null) {
                return told;
            }
            ids.add(message.id());
            carried.add(message.to().address() + " " + message.reply().text());
            return losesTrack ? new Delivery.Unknown("killed") : new Delivery.Sent();
        }

        private void await() {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
