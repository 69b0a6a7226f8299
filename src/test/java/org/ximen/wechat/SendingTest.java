package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.ximen.testing.Snapshot;

/** What leaves, within WeChat's limits and in spite of its faults. */
@ExtendWith(OutputCaptureExtension.class)
class SendingTest extends OnWechat {
    private static final String SEND = "message/custom/send";

    @Test
    void afterFiveMessagesTheNextWaitsForAWord() {
        var person = played.person("five");
        tell(person, "你好");
        int answered = person.inbox().size();
        for (int i = answered; i < 6; i++) {
            say(person, "第 " + i + " 条");
        }
        assertThat(person.inbox()).hasSize(5);
        assertThat(account.newest(person.openid()).orElseThrow())
                .startsWith("PENDING")
                .contains("等对方再开口");
        tell(person, "你好");
        assertThat(texts(person)).contains("第 5 条");
    }

    @Test
    void afterTwoDaysAMessageWaitsForAWord() {
        var person = played.person("window");
        tell(person, "你好");
        clock.pass(Duration.ofHours(49));
        int calls = played.count(SEND);
        say(person, "您报的事办好了");
        assertThat(played.count(SEND)).isEqualTo(calls);
        assertThat(account.newest(person.openid()).orElseThrow()).contains("等对方再开口");
        tell(person, "在吗");
        assertThat(texts(person)).contains("您报的事办好了");
    }

    @Test
    void aTapAllowsThreeMessagesForAMinute() {
        var person = played.person("tap");
        person.tapMenu("/status");
        account.settle();
        clock.pass(Duration.ofMinutes(2));
        say(person, "晚了");
        assertThat(texts(person)).doesNotContain("晚了");
        person.tapMenu("/status");
        account.settle();
        assertThat(texts(person)).contains("晚了");
    }

    @Test
    void wechatsOwnWordThatTheWindowIsOverCounts() {
        var person = played.person("shut");
        tell(person, "你好");
        played.faults().on(SEND).answer(200, "{\"errcode\":45015,\"errmsg\":\"out of time\"}");
        say(person, "这条等着");
        assertThat(account.newest(person.openid()).orElseThrow()).contains("45015");
        int calls = played.count(SEND);
        say(person, "这条也等着");
        assertThat(played.count(SEND)).isEqualTo(calls);
        tell(person, "在吗");
        assertThat(texts(person)).contains("这条等着", "这条也等着");
    }

    @Test
    void whoFollowsNoMoreIsGone() {
        var person = played.person("gone");
        tell(person, "/subscribe");
        person.unfollowSilently();
        say(person, "有人吗");
        assertThat(account.newest(person.openid()).orElseThrow()).startsWith("BLOCKED");
        assertThat(
                        rows(
                                "select count(*) from person where address = ? and reachable",
                                person.openid()))
                .isZero();
    }

    @Test
    void whenTheDaysCallsAreUsedUpNothingIsSentForAnHour() {
        var one = played.person("quota one");
        var other = played.person("quota other");
        tell(one, "你好");
        tell(other, "你好");
        played.faults()
                .on(SEND)
                .always()
                .answer(200, "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}");
        say(one, "第一条");
        int calls = played.count(SEND);
        account.street.outbox.say(
                new org.ximen.chat.Sender("wechat", other.openid()),
                org.ximen.chat.Reply.of(org.ximen.chat.Reply.Kind.STATUS, "第二条"),
                clock.instant());
        account.read();
        assertThat(played.count(SEND)).isEqualTo(calls);
        played.faults().clear();
        clock.pass(Duration.ofMinutes(58));
        account.read();
        assertThat(played.count(SEND)).isEqualTo(calls);
        clock.pass(Duration.ofMinutes(3));
        account.settle();
        assertThat(texts(one)).contains("第一条");
        assertThat(texts(other)).contains("第二条");
    }

    @Test
    void tooManyInAMinuteWaitAMinute() {
        var person = played.person("flood");
        tell(person, "你好");
        played.faults().on(SEND).answer(200, "{\"errcode\":45011,\"errmsg\":\"minute\"}");
        say(person, "一分钟后");
        assertThat(texts(person)).contains("一分钟后");
    }

    @Test
    void aTokenThatIsNotValidAnyMoreIsFetchedAnew() {
        var person = played.person("token");
        tell(person, "你好");
        int fetched = played.count("stable_token");
        played.revokeToken();
        say(person, "换了钥匙");
        assertThat(texts(person)).contains("换了钥匙");
        assertThat(played.count("stable_token")).isEqualTo(fetched + 1);
        assertThat(texts(person)).containsOnlyOnce("换了钥匙");
    }

    @Test
    void aWrongSecretIsAnAlarmAndTriedAgainAMinuteLater() {
        var person = played.person("secret");
        tell(person, "你好");
        played.revokeToken();
        played.faults()
                .on("stable_token")
                .answer(200, "{\"errcode\":40164,\"errmsg\":\"invalid ip\"}");
        say(person, "终于");
        assertThat(texts(person)).containsOnlyOnce("终于");
    }

    @Test
    void aMomentOfWeaknessAndAGatewayAreWaitedFor() {
        var person = played.person("busy");
        tell(person, "你好");
        played.faults().on(SEND).answer(200, "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        say(person, "忙过了");
        played.faults().on(SEND).html(502);
        say(person, "网关好了");
        assertThat(texts(person)).containsOnlyOnce("忙过了").containsOnlyOnce("网关好了");
    }

    @Test
    void anAnswerThatMayHaveArrivedIsSentTwiceAtMost() {
        var person = played.person("unknown");
        tell(person, "你好");
        played.faults().on(SEND).always().resetAfter();
        say(person, "到了吗");
        assertThat(texts(person).stream().filter("到了吗"::equals)).hasSizeLessThanOrEqualTo(2);
        assertThat(account.newest(person.openid()).orElseThrow()).startsWith("UNKNOWN");
    }

    @Test
    void anOutageIsWaitedForWithoutADouble() {
        var person = played.person("outage");
        tell(person, "你好");
        played.goDown();
        account.street.outbox.say(
                new org.ximen.chat.Sender("wechat", person.openid()),
                org.ximen.chat.Reply.of(org.ximen.chat.Reply.Kind.STATUS, "网络通了"),
                clock.instant());
        account.read();
        played.comeBack();
        account.settle();
        assertThat(texts(person)).containsOnlyOnce("网络通了");
    }

    @Test
    void aMenuMessageThatIsRefusedGoesOutAsNumbers() {
        var person = played.person("numbers");
        played.faults()
                .on(SEND)
                .after(0)
                .times(1)
                .answer(200, "{\"errcode\":40035,\"errmsg\":\"invalid parameter\"}");
        tell(person, "净土街8号路灯不亮");
        assertThat(person.last().kind()).isEqualTo("text");
        assertThat(person.last().text()).contains("1. 提交").contains("回复数字");
        tell(person, "1");
        assertThat(person.last().text()).contains("XM-");
    }

    @Test
    void aPictureThatIsNotHandedOutIsAskedForAgain() {
        var person = played.person("media");
        played.faults().on("media/get").times(2).resetAfter();
        person.photo(Snapshot.jpeg());
        account.settle();
        assertThat(person.last().text()).doesNotContain("没有收到");
        played.faults().on("media/get").answer(200, "{\"errcode\":40007,\"errmsg\":\"media\"}");
        person.photo(Snapshot.jpeg());
        account.settle();
        assertThat(person.last().text()).contains("照片没有收到");
        person.photo(new byte[10 * 1024 * 1024 + 1]);
        account.settle();
        assertThat(person.last().text()).contains("10 MB");
        person.photo("no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        account.settle();
        assertThat(person.last().text()).isNotEmpty();
    }

    @Test
    void aLongTextIsCutAndNothingIsLost() {
        var person = played.person("long");
        tell(person, "你好");
        var words = "这是一句很长的话，说的是同一件事。".repeat(100);
        say(person, words);
        var parts = texts(person).subList(1, person.inbox().size());
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(String.join("", parts)).isEqualTo(words);
    }

    @Test
    void noLogNamesAPerson(CapturedOutput output) {
        var person = played.person("quiet");
        tell(person, "你好");
        played.faults().on(SEND).answer(200, "{\"errcode\":45002,\"errmsg\":\"too long\"}");
        say(person, "太长了");
        played.faults().on(SEND).always().resetAfter();
        say(person, "不知道");
        person.photo(new byte[] {1, 2, 3});
        account.settle();
        assertThat(output.getAll()).doesNotContain(person.openid()).doesNotContain("token-");
    }

    @Test
    void theMenuIsSetAndWhyNotIsTold() {
        assertThat(account.wechat.publishMenu()).isEmpty();
        assertThat(String.valueOf(played.menu())).contains("问", "报", "我的", "/status", "/privacy");
        played.faults().on("menu/create").answer(200, "{\"errcode\":48001,\"errmsg\":\"no\"}");
        assertThat(account.wechat.publishMenu().orElseThrow()).contains("48001");
    }
}
