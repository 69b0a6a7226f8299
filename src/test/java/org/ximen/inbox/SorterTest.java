package org.ximen.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class SorterTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int AT_ONCE = 3;

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfEachChatAndReadsOnlySoManyAtOnce(TestDatabase database) {
        var inbox = new Inbox(database.open());
        for (int i = 0; i < 20; i++) {
            for (int chat = 0; chat < 15; chat++) {
                put(inbox, "c" + chat, i);
            }
        }
        Map<String, List<String>> read = new ConcurrentHashMap<>();
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var sorter =
                sorter(
                        inbox,
                        first -> {
                            most.accumulateAndGet(open.incrementAndGet(), Math::max);
                            read.computeIfAbsent(first.raw().chat(), chat -> new ArrayList<>())
                                    .add(first.raw().body());
                            Thread.yield();
                            open.decrementAndGet();
                        });
        sorter.begin();
        while (inbox.waiting("pigeon") > 0) {
            sorter.rest(LONG);
        }
        var inOrder = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        assertThat(read)
                .hasSize(15)
                .allSatisfy((chat, bodies) -> assertThat(bodies).isEqualTo(inOrder));
        assertThat(most.get()).isBetween(1, AT_ONCE);
    }

    @ParameterizedTest
    @EnumSource
    void readsNothingMoreOncePausedAndGoesOnWhereItWas(TestDatabase database) {
        var inbox = new Inbox(database.open());
        for (int i = 0; i < 30; i++) {
            put(inbox, "c" + i % 10, i);
        }
        List<String> read = new ArrayList<>();
        var sorters = new ArrayList<Sorter>();
        sorters.add(
                sorter(
                        inbox,
                        first -> {
                            synchronized (read) {
                                read.add(first.raw().body());
                            }
                            sorters.getFirst().pause();
                        }));
        var sorter = sorters.getFirst();
        sorter.begin();
        sorter.rest(LONG);
        assertThat(read).as("one of each chat under way").hasSizeBetween(1, AT_ONCE);
        assertThat(sorter.begin()).isZero();
        while (inbox.waiting("pigeon") > 0) {
            sorter.resume();
            sorter.begin();
            sorter.rest(LONG);
        }
        assertThat(read).hasSize(30).doesNotHaveDuplicates();
    }

    private Sorter sorter(Inbox inbox, Consumer<Stored> reading) {
        var reader =
                new Sorter.Reader() {
                    @Override
                    public Verdict read(List<Stored> waiting, Instant now) {
                        reading.accept(waiting.getFirst());
                        return new Verdict.Handled(1);
                    }

                    @Override
                    public void setAside(Stored message, String why, Instant now) {
                        throw new AssertionError(why);
                    }
                };
        return new Sorter(inbox, "pigeon", AT_ONCE, reader, clock);
    }

    private void put(Inbox inbox, String chat, int number) {
        var raw = new Raw("pigeon", chat + "-" + number, chat, Integer.toString(number));
        inbox.store(List.of(raw), clock.instant());
    }
}
