package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.readings.Correction;
import org.ximen.readings.KeptReading;
import org.ximen.readings.KeptReading.Why;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Act;

/** What of a talk staff may look at afterwards. */
class ReadingNotesTest {
    private static final String TOPIC = "报修";

    private final Map<String, List<Reply>> before = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void whatIsChosenAfterwardsShowsHowItWasMeant(TestDatabase database) throws IOException {
        try (var street = new Street(database.open())) {
            say(street, "li", TOPIC);
            var guess = of(street, TOPIC).read().act().act();
            press(street, "li", "as:" + guess);
            var doubted = of(street, TOPIC);
            assertThat(doubted.why()).isEqualTo(Why.UNSURE);
            street.readingDesk.judge(
                    doubted.id(), Correction.RIGHT, admin(street), street.clock.instant());

            say(street, "wang", TOPIC);
            var other = guess == Act.ASK ? Act.REPORT : Act.ASK;
            press(street, "wang", "as:" + other);
            assertThat(of(street, TOPIC).why()).isEqualTo(Why.CHANGED);
            assertThat(of(street, TOPIC).meant()).isEqualTo(other);

            say(street, "zhao", "梦花街62弄口垃圾没人收");
            press(street, "zhao", "改类别");
            say(street, "zhao", "垃圾未分类");
            var sorted = of(street, "梦花街*弄口垃圾没人收");
            assertThat(sorted.why()).isEqualTo(Why.CHANGED);
            assertThat(sorted.meantCategory()).isNotNull();
            assertThat(sorted.read().restricted()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void buttonsCommandsAndWordsForAPersonAreNotReadAndWhoLeavesTakesAllAlong(TestDatabase database)
            throws IOException {
        try (var street = new Street(database.open())) {
            say(street, "wang", "/help");
            say(street, "wang", "转人工");
            assertThat(kept(street)).isEmpty();
            say(street, "li", "爷叔在楼道里抽烟");
            assertThat(kept(street)).singleElement().matches(k -> k.why() == Why.ALARM);
            street.features
                    .readings()
                    .holding()
                    .export()
                    .of(street.features.residents().find(new Sender("web", "li")).orElseThrow())
                    .forEach(line -> assertThat(line).contains("抽烟"));
            say(street, "li", "/forget");
            press(street, "li", 0);
            assertThat(street.features.residents().find(new Sender("web", "li"))).isEmpty();
            assertThat(kept(street)).isEmpty();
        }
    }

    private static KeptReading of(Street street, String words) {
        return kept(street).stream()
                .filter(each -> each.read().words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<KeptReading> kept(Street street) {
        return street.readingDesk.list(false, 0, 100, admin(street));
    }

    private static StaffMember admin(Street street) {
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        return street.accounts.find(Accounts.ADMIN).orElseThrow();
    }

    private void say(Street street, String who, String words) {
        send(street, who, words, null);
    }

    private void press(Street street, String who, String label) {
        var choice =
                choices(who).stream()
                        .filter(each -> each.label().equals(label) || each.value().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(label + " in " + before.get(who)));
        send(street, who, null, choice.value());
    }

    private void press(Street street, String who, int index) {
        send(street, who, null, choices(who).get(index).value());
    }

    private List<Choice> choices(String who) {
        return before.getOrDefault(who, List.of()).stream()
                .flatMap(reply -> reply.choices().stream())
                .toList();
    }

    private void send(Street street, String who, @Nullable String words, @Nullable String choice) {
        var incoming =
                Incoming.awaited(
                        new Sender("web", who),
                        UUID.randomUUID().toString(),
                        words,
                        choice,
                        null,
                        List.of());
        before.put(who, street.dialogue.answer(incoming, street.clock.instant()));
    }
}
