package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.played.PlayedTelegram;
import org.ximen.testing.Bot;

/** Whatever Telegram does, the bot hears the next message. */
class WayInTest extends OnTelegram {
    private static final String THANKS = "谢谢";
    private static final String WELCOME = "不客气";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true}",
                "{\"ok\":true,\"result\":null}",
                "{}",
                "null",
                "",
                "[",
                "{\"ok\":true,\"result\":{}}",
                "{\"ok\":true,\"result\":[17,null,\"x\"]}",
                "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error:"
                        + " restart\"}"
            })
    void survivesAnswersThatAreNone(String answer) {
        played.faults().on("getUpdates").times(3).answer(200, answer);
        assertHears("听不见吗" + answer.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 409, 420, 429, 500, 502, 504})
    void survivesRefusals(int status) {
        var body = "{\"ok\":false,\"error_code\":%d,\"description\":\"x\"}".formatted(status);
        played.faults().on("getUpdates").times(3).answer(status, body);
        assertHears("拒绝" + status);
    }

    @Test
    void survivesGatewaysResetsAndHalfAnswers() {
        played.faults().on("getUpdates").times(2).html(502);
        played.faults().on("getUpdates").times(2).resetBefore();
        played.faults().on("getUpdates").times(2).close();
        played.faults().on("getUpdates").times(2).truncate();
        assertHears("断线");
    }

    private void assertHears(String who) {
        var user = played.user(who);
        user.say(THANKS);
        for (int i = 0; i < 12 && user.inbox().isEmpty(); i++) {
            bot.settle();
        }
        assertThat(user.texts()).hasSize(1).first().asString().contains(WELCOME);
    }

    @Test
    void aPoisonUpdateIsSetAsideAndTheNextIsAnswered() {
        var user = played.user("毒");
        double before = bot.alarms("POISON");
        user.say(THANKS);
        played.pushRaw(
                """
                {"message":{"message_id":900001,"date":1,"chat":{"id":%d,"type":"private"},
                 "from":{"id":%d,"first_name":"x"},"text":"坏的"}}
                """
                        .formatted(user.id(), user.id()));
        played.pushRaw("{\"message\":{\"chat\":\"nobody\"}}");
        played.pushRaw("{\"something_new\":{\"chat\":{\"id\":1}}}");
        user.say("帮助");
        bot.settle();
        assertThat(bot.alarms("POISON")).isEqualTo(before + 2);
        assertThat(user.texts().getFirst()).contains(WELCOME);
        assertThat(user.texts()).anyMatch(text -> text.contains("没能看懂"));
        assertThat(user.last().text()).contains("报事");
    }

    @Test
    void kindsAndFieldsOfTheFutureDoNoHarm() {
        var user = played.user("未来");
        played.pushRaw(
                """
                {"message":{"message_id":900002,"date":1,"chat":{"id":%d,"type":"private","aura":7},
                 "from":{"id":%d,"is_bot":false,"first_name":"x"},"text":"谢谢","hologram":{"a":[1]},
                 "forward_origin":{"type":"telepathy","date":1}}}
                """
                        .formatted(user.id(), user.id()));
        user.say("帮助");
        bot.settle();
        assertThat(user.last().text()).contains("报事");
    }

    @Test
    void hearsOnWhenTelegramCountsAnew() {
        var user = played.user("周");
        tell(user, THANKS);
        played.resetUpdateIds(3);
        assertThat(tell(user, "帮助")).hasSize(1);
        assertThat(tell(user, THANKS)).hasSize(1);
        played.resetUpdateIds(3);
        assertThat(tell(user, "进度")).as("the same numbers once more").hasSize(1);
    }

    @Test
    void aMessageThatCannotBeHandledIsTriedAgainAndThenSetAside() {
        var user = played.user("表");
        db.client().sql("alter table conversation rename to conversation_gone").update();
        user.say(THANKS);
        var began = clock.instant();
        for (int i = 0; i < 40 && user.inbox().isEmpty(); i++) {
            bot.take();
            clock.pass(Duration.ofMillis(250));
        }
        assertThat(user.last().text()).contains("没能看懂");
        assertThat(clock.instant()).as("the next one").isBefore(began.plusSeconds(5));
        db.client().sql("alter table conversation_gone rename to conversation").update();
        assertThat(tell(user, "帮助")).anyMatch(text -> text.contains("报事"));
    }

    @Test
    void aFailureThatPassesLosesNothing() {
        var user = played.user("短");
        db.client().sql("alter table conversation rename to conversation_gone").update();
        user.say(THANKS);
        bot.take();
        db.client().sql("alter table conversation_gone rename to conversation").update();
        bot.settle();
        assertThat(user.texts()).hasSize(1).first().asString().contains(WELCOME);
    }

    @Test
    void updatesThatWereFetchedOutliveTheProcess() {
        var user = played.user("重");
        for (int i = 0; i < 5; i++) {
            user.say(THANKS);
        }
        bot.telegram.fetch();
        bot.telegram.fetch();
        assertThat(played.pendingUpdates()).isZero();
        restart();
        bot.settle();
        assertThat(user.texts()).hasSize(5);
    }

    @Test
    void updatesThatComeTwiceHaveTheirEffectsOnce() {
        var user = played.user("双");
        user.say("曹家街2弄垃圾堆了三天没人收");
        played.repeat();
        bot.settle();
        played.faults().on("getUpdates").times(1).truncate();
        user.press("提交");
        played.repeat();
        bot.settle();
        assertThat(user.inbox()).hasSize(1);
        assertThat(user.last().text()).contains("已登记");
    }

    @Test
    void isBackSoonAfterALongOutage() {
        var user = played.user("断");
        bot.settle();
        played.goDown();
        var longest = Duration.ZERO;
        for (var away = Duration.ZERO; away.compareTo(Duration.ofMinutes(30)) < 0; ) {
            var rest = bot.telegram.fetch();
            clock.pass(rest);
            away = away.plus(rest);
            longest = rest.compareTo(longest) > 0 ? rest : longest;
        }
        assertThat(longest).as("rests between two tries").isLessThan(Duration.ofSeconds(5));
        assertThat(bot.alarms("OUTAGE")).isPositive();
        played.comeBack();
        assertThat(tell(user, THANKS)).hasSize(1);
    }

    @Test
    void afterTenErrorsInARowItAnswersWithinTenSecondsOfTheReturn() {
        var user = played.user("十次");
        bot.settle();
        tell(user, THANKS);
        var chat = new Sender("telegram", Long.toString(user.id()));
        bot.street.outbox.say(chat, Reply.of(Reply.Kind.STATUS, "断网时的话"), clock.instant());
        played.goDown();
        for (int error = 0; error < 10; error++) {
            clock.pass(bot.telegram.fetch());
            bot.read();
        }
        var rest = bot.telegram.fetch();
        // It returns just after the last try in vain.
        played.comeBack();
        var returned = clock.instant();
        user.say(THANKS);
        clock.pass(rest);
        bot.settle();
        assertThat(user.texts()).contains("断网时的话").hasSize(3);
        assertThat(Duration.between(returned, clock.instant())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aConnectionThatDiesWithoutASignIsGivenUp() {
        bot.close();
        bot = new Bot(db, played, clock, Bot.settings(played, settings().limits(), 1));
        bot.settle();
        played.faults().on("getUpdates").hang(Duration.ofHours(1));
        var user = played.user("哑线");
        user.say(THANKS);
        assertThat(bot.telegram.fetch()).isLessThan(Duration.ofSeconds(1));
        bot.settle();
        assertThat(user.texts()).hasSize(1);
    }

    @Test
    void aSecondInstanceIsAnAlarmAndNotTheEnd() throws InterruptedException {
        played.shortPolls(Duration.ofSeconds(5));
        double before = bot.alarms("CONFLICT");
        var poll = Thread.ofVirtual().start(bot.telegram::fetch);
        org.awaitility.Awaitility.await().until(played::pollIsOpen);
        played.secondInstancePolls();
        poll.join();
        played.shortPolls(Duration.ofMillis(20));
        assertThat(bot.alarms("CONFLICT")).isEqualTo(before + 1);
        assertThat(tell(played.user("冲突"), THANKS)).hasSize(1);
    }

    @Test
    void aWebhookThatWasSetBeforeIsTakenAway() throws Exception {
        var url =
                URI.create(
                        played.base()
                                + "/bot"
                                + PlayedTelegram.TOKEN
                                + "/setWebhook?url=http://127.0.0.1:1/");
        try (var http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
        }
        assertThat(tell(played.user("旧钩"), THANKS)).hasSize(1);
    }

    @Test
    void aRevokedTokenIsAnAlarmAndIsNotHammered() {
        played.revokeToken(true);
        assertThat(bot.telegram.fetch()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(bot.alarms("TOKEN")).isPositive();
        played.revokeToken(false);
        assertThat(tell(played.user("新令牌"), THANKS)).hasSize(1);
    }

    @Test
    void startsBeforeTelegramCanBeReached() {
        played.goDown();
        restart();
        assertThat(bot.telegram.fetch()).isLessThan(Duration.ofSeconds(15));
        played.comeBack();
        assertThat(tell(played.user("早"), THANKS)).hasSize(1);
    }

    @Test
    void aMachineThatIsNotActiveNeitherFetchesNorSends() {
        bot.telegram.active(false);
        long before = played.count("getUpdates");
        var user = played.user("待");
        user.say(THANKS);
        bot.telegram.fetch();
        bot.read();
        assertThat(played.count("getUpdates")).isEqualTo(before);
        assertThat(user.inbox()).isEmpty();
        bot.telegram.active(true);
        bot.settle();
        assertThat(user.texts()).hasSize(1);
    }

    @Test
    void asksForTheKindsItKnows() {
        assertThat(Updates.WANTED).contains("message", "edited_message", "callback_query");
        assertThat(Bot.settings(played).toString()).doesNotContain("TEST_token");
    }
}
