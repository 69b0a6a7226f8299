package org.ximen.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Executor CALLERS = Thread::startVirtualThread;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void aNetworkThatUsedLittleComesBeforeOneThatUsesMuch() {
        try (var admission = admission(1, 1, LONG)) {
            var gate = new CountDownLatch(1);
            var all = new ArrayList<CompletableFuture<Void>>();
            all.add(start(admission, new Claim("greedy", "g0", 10), gate));
            await().until(() -> done.contains("begun g0"));
            for (int i = 1; i <= 3; i++) {
                all.add(start(admission, new Claim("greedy", "g" + i, 10), gate));
                awaitWaiting(admission, i);
            }
            all.add(start(admission, new Claim("modest", "m", 500), gate));
            awaitWaiting(admission, 4);
            gate.countDown();
            all.forEach(CompletableFuture::join);
            assertThat(done).startsWith("begun g0", "begun m");
        }
    }

    @Test
    void withinANetworkAShortQuestionDoesNotWaitForLongOnes() {
        try (var admission = admission(1, 1, LONG)) {
            var gate = new CountDownLatch(1);
            var all = new ArrayList<CompletableFuture<Void>>();
            all.add(start(admission, new Claim("n", "long0", 250), gate));
            await().until(() -> done.contains("begun long0"));
            for (int i = 1; i <= 5; i++) {
                all.add(start(admission, new Claim("n", "long" + i, 250), gate));
                awaitWaiting(admission, i);
            }
            all.add(start(admission, new Claim("n", "short", 15), gate));
            awaitWaiting(admission, 6);
            gate.countDown();
            all.forEach(CompletableFuture::join);
            assertThat(done).startsWith("begun long0", "begun short");
        }
    }

    @Test
    void aNetworkHasSoManyAtOnceAndAConversationOne() {
        try (var admission = admission(8, 2, LONG)) {
            var gate = new CountDownLatch(1);
            var all = new ArrayList<CompletableFuture<Void>>();
            for (var conversation : List.of("a", "a", "b", "c")) {
                all.add(start(admission, new Claim("n", conversation, 10), gate));
            }
            all.add(start(admission, new Claim("other", "d", 10), gate));
            await().until(() -> done.size() == 3);
            assertThat(done).contains("begun d", "begun a");
            assertThat(admission.waiting()).isEqualTo(2);
            gate.countDown();
            all.forEach(CompletableFuture::join);
            assertThat(done).hasSize(5);
        }
    }

    @Test
    void whoWaitsWhenTheEndComesIsToldAtOnceAndWhatWasBegunIsDone() {
        var gate = new CountDownLatch(1);
        try (var admission = admission(1, 1, LONG)) {
            var begun = start(admission, new Claim("n", "first", 10), gate);
            await().until(() -> done.contains("begun first"));
            var waits = start(admission, new Claim("m", "second", 10), gate);
            awaitWaiting(admission, 1);
            admission.close();
            assertThatThrownBy(waits::join).hasCauseInstanceOf(TooBusy.class);
            var late = start(admission, new Claim("o", "third", 10), gate);
            assertThatThrownBy(late::join).hasCauseInstanceOf(TooBusy.class);
            gate.countDown();
            begun.join();
            assertThat(done).noneMatch(line -> line.contains("second") || line.contains("third"));
        }
    }

    @Test
    void whoHasWaitedLongEnoughIsToldSoAndNothingIsDoneForThem() {
        try (var admission = admission(1, 1, Duration.ofMillis(20))) {
            var gate = new CountDownLatch(1);
            var first = start(admission, new Claim("n", "first", 10), gate);
            await().until(() -> done.contains("begun first"));
            assertThatThrownBy(
                            () -> admission.run(new Claim("n", "second", 10), () -> done.add("no")))
                    .isInstanceOf(TooBusy.class);
            gate.countDown();
            first.join();
            assertThat(done).containsExactly("begun first");
            assertThat(admission.waiting()).isZero();
        }
    }

    @Test
    void workThatFailsFailsForItsCallerAndLeavesRoomForTheNext() {
        try (var admission = admission(1, 1, LONG)) {
            assertThatThrownBy(() ->
                            admission.run(
                                    new Claim("n", "c", 10),
                                    () -> {
                                        throw new IllegalArgumentException("broken");
                                    }))
                    .hasMessage("broken");
            assertThat(admission.<String>run(new Claim("n", "c", 10), () -> "well"))
                    .isEqualTo("well");
        }
    }

    private static Admission admission(int atOnce, int perNetwork, Duration patience) {
        return new Admission("test", new Admission.Limits(atOnce, perNetwork, patience));
    }

    private CompletableFuture<Void> start(Admission admission, Claim claim, CountDownLatch gate) {
        return CompletableFuture.runAsync(
                () ->
                        admission.run(
                                claim,
                                () -> {
                                    done.add("begun " + claim.conversation());
                                    await().until(() -> gate.getCount() == 0);
                                    return claim;
                                }),
                CALLERS);
    }

    private static void awaitWaiting(Admission admission, int many) {
        await().until(() -> admission.waiting() == many);
    }
}
