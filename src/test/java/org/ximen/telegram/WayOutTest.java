package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Look;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.played.Button;
import org.ximen.played.Call;
import org.ximen.played.PlayedUser;
import org.ximen.played.Seen;
import org.ximen.testing.Bot;

/** What is to be said arrives once, as fast as Telegram allows, and never where it must not. */
class WayOutTest extends OnTelegram {
    private long notice = 1000;

    @Override
    TelegramSettings settings() {
        // Our own limits are off, so that Telegram's are met.
        return Bot.settings(played, new TelegramSettings.Limits(0, 0, 1, 0, 16));
    }

    private PlayedUser known(String name) {
        var user = played.user(name);
        user.say("谢谢");
        bot.settle();
        return user;
    }

    private static Sender chat(PlayedUser user) {
        return new Sender("telegram", Long.toString(user.id()));
    }

    private void say(PlayedUser user, String words) {
        bot.street.outbox.say(chat(user), Reply.of(Reply.Kind.STATUS, words), clock.instant());
    }

    private long broadcast(List<PlayedUser> users, String words) {
        var to = users.stream().map(WayOutTest::chat).toList();
        bot.street.outbox.broadcast(
                ++notice, to, Reply.of(Reply.Kind.NOTICE, words), clock.instant());
        return notice;
    }

    @Test
    void whoeverIsTooFastWaitsAsLongAsItIsToldAndLosesNothing() {
        var user = known("洪");
        IntStream.range(0, 12).forEach(i -> say(user, "第" + i + "句"));
        bot.settle();
        assertThat(user.texts().subList(1, 13))
                .isEqualTo(IntStream.range(0, 12).mapToObj(i -> "第" + i + "句").toList());
        assertThat(played.calls("sendMessage")).anyMatch(call -> call.status() == 429);
        assertThat(played.callsDuringWait()).isEmpty();
    }

    @Test
    void thePreviewIsWhatArrives() {
        var user = known("先看");
        int before = user.inbox().size();
        var source =
                new Citation(
                        "notices/1",
                        "停水<通知>",
                        null,
                        "街道",
                        null,
                        null,
                        null,
                        null,
                        "https://example.org/?a=1&b=2",
                        "zh");
        var reply =
                new Reply(
                        Reply.Kind.NOTICE,
                        "停水 <b>&amp;。\n".repeat(600),
                        List.of(source),
                        List.of(
                                new Choice("有用", "useful:1"),
                                new Choice("没用", "useless:1"),
                                new Choice("没有解决，找工作人员", "person")),
                        null,
                        Reply.Wish.NOTHING,
                        null,
                        null);
        bot.street.outbox.say(chat(user), reply, clock.instant());
        bot.settle();
        var arrived = user.inbox().subList(before, user.inbox().size());
        var looks = bot.telegram.channel().preview(reply);
        assertThat(looks).hasSizeGreaterThan(1);
        assertThat(arrived.stream().map(Seen::text).toList())
                .isEqualTo(looks.stream().map(Look::text).toList());
        assertThat(arrived.stream().map(WayOutTest::rows).toList())
                .isEqualTo(looks.stream().map(Look::buttons).toList());
        assertThat(looks.getLast().buttons()).hasSize(2);
    }

    private static List<List<String>> rows(Seen message) {
        return message.keyboard().stream()
                .map(row -> row.stream().map(Button::label).toList())
                .toList();
    }

    @Test
    void aWaitOutlivesARestart() {
        var user = known("等");
        played.limits().refuse(user.id(), 100);
        say(user, "一");
        bot.read();
        restart();
        say(user, "二");
        bot.read();
        clock.pass(Duration.ofSeconds(99));
        bot.read();
        assertThat(played.callsDuringWait()).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        bot.settle();
        assertThat(user.texts()).endsWith("一", "二");
    }

    @Test
    void severalFloodsAtOnceStopEverything() {
        var users = IntStream.range(0, 6).mapToObj(i -> known("群" + i)).toList();
        clock.pass(Duration.ofMinutes(1));
        users.forEach(user -> played.limits().refuse(user.id(), 10));
        long before = played.count("sendMessage");
        users.forEach(user -> say(user, "好"));
        bot.read();
        bot.read();
        assertThat(played.count("sendMessage") - before).isLessThanOrEqualTo(users.size());
        clock.pass(Duration.ofSeconds(11));
        bot.settle();
        assertThat(users).allMatch(user -> user.last().text().equals("好"));
        assertThat(played.callsDuringWait()).isEmpty();
    }

    @Test
    void oneLongWaitAmongSeveralIsNotEverybodys() {
        var users = IntStream.range(0, 4).mapToObj(i -> known("长等" + i)).toList();
        clock.pass(Duration.ofMinutes(1));
        played.limits().refuse(users.get(0).id(), 5);
        played.limits().refuse(users.get(1).id(), 5);
        played.limits().refuse(users.get(2).id(), 3600);
        users.subList(0, 3).forEach(user -> say(user, "好"));
        bot.read();
        say(users.get(3), "好");
        IntStream.range(0, 10)
                .forEach(i -> {
                    clock.pass(Duration.ofSeconds(1));
                    bot.read();
                });
        assertThat(users.get(3).last().text()).isEqualTo("好");
        assertThat(users.get(2).last().text()).isNotEqualTo("好");
        clock.pass(Duration.ofHours(1));
        bot.settle();
        assertThat(users.get(2).last().text()).isEqualTo("好");
        assertThat(played.callsDuringWait()).isEmpty();
    }

    @Test
    void whatArrivedIsNotSentAgainThoughTheAnswerCannotBeRead() {
        var user = known("怪答");
        played.faults()
                .on("sendMessage")
                .to(user.id())
                .answer(200, "{\"ok\":true,\"result\":{\"chat\":7,\"reply_to_message\":\"x\"}}");
        long before = callsTo(user);
        say(user, "一句");
        bot.settle();
        clock.pass(Duration.ofHours(1));
        bot.settle();
        assertThat(callsTo(user) - before).isEqualTo(1);
    }

    @Test
    void whatTheLibraryRefusesToSendDoesNotHoldUpTheRest() {
        var user = known("空话");
        say(user, "");
        say(user, "后面的话");
        bot.settle();
        assertThat(user.last().text()).isEqualTo("后面的话");
    }

    @Test
    void aGatewayThatHeardNothingLeavesANoticeUnknown() {
        var user = known("网关慢");
        played.faults().on("sendMessage").to(user.id()).html(504);
        long id = broadcast(List.of(user), "停气");
        bot.settle();
        assertThat(bot.street.outbox.progress(id).unknown()).isEqualTo(1);
    }

    @Test
    void anAnswerWhoseFateIsUnknownIsRepeatedOnce() {
        var user = known("断");
        played.faults().on("sendMessage").to(user.id()).times(9).resetAfter();
        say(user, "编号 XM-1");
        bot.settle();
        assertThat(user.texts().stream().filter("编号 XM-1"::equals)).hasSize(2);
        played.faults().clear();
        restart();
        clock.pass(Duration.ofHours(1));
        say(user, "下一句");
        bot.settle();
        assertThat(user.texts().stream().filter("编号 XM-1"::equals)).hasSize(2);
        assertThat(user.last().text()).isEqualTo("下一句");
    }

    @Test
    void aNoticeWhoseFateIsUnknownIsRecordedAndNotRepeated() {
        var user = known("通知断");
        played.faults().on("sendMessage").to(user.id()).resetAfter();
        long id = broadcast(List.of(user), "停水");
        bot.settle();
        clock.pass(Duration.ofHours(1));
        bot.settle();
        assertThat(user.texts().stream().filter("停水"::equals)).hasSize(1);
        assertThat(bot.street.outbox.progress(id).unknown()).isEqualTo(1);
    }

    @Test
    void whatNeverLeftIsSentLaterWithoutADoubt() {
        var user = known("没出门");
        played.goDown();
        // A new process has no connection that may have died with a message on it.
        restart();
        long id = broadcast(List.of(user), "停电");
        bot.read();
        played.comeBack();
        clock.pass(Duration.ofSeconds(5));
        bot.settle();
        assertThat(bot.street.outbox.progress(id).unknown()).isZero();
        assertThat(user.last().text()).isEqualTo("停电");
        assertThat(bot.street.outbox.progress(id).sent()).isEqualTo(1);
    }

    @Test
    void aGatewayThatFailsIsTriedAgain() {
        var user = known("网关");
        played.faults().on("sendMessage").to(user.id()).times(2).html(502);
        say(user, "好了");
        bot.settle();
        assertThat(user.texts().stream().filter("好了"::equals)).hasSize(1);
    }

    @Test
    void whoBlockedUsIsNotWrittenToUntilTheyComeBack() {
        var user = known("走");
        user.say("订阅");
        bot.settle();
        user.blockSilently();
        say(user, "一");
        say(user, "二");
        bot.settle();
        long calls = callsTo(user);
        assertThat(subscribers(user)).isZero();
        say(user, "三");
        bot.settle();
        assertThat(callsTo(user))
                .as("one more try tells whether they are back")
                .isLessThanOrEqualTo(calls + 1);
        user.unblock();
        tell(user, "/start");
        assertThat(subscribers(user)).isEqualTo(1);
        say(user, "四");
        bot.settle();
        assertThat(user.last().text()).isEqualTo("四");
    }

    @Test
    void telegramTellsWhoBlockedUsAndWhoCameBack() {
        var user = known("告");
        tell(user, "订阅");
        user.block();
        bot.settle();
        assertThat(subscribers(user)).isZero();
        user.unblock();
        bot.settle();
        assertThat(subscribers(user)).isEqualTo(1);
    }

    private long subscribers(PlayedUser user) {
        return rows(
                """
                select count(*) from person p join subscription s on s.person = p.id
                where p.address = ? and p.reachable = true
                """,
                Long.toString(user.id()));
    }

    private long callsTo(PlayedUser user) {
        return played.calls("sendMessage").stream().filter(c -> c.chat() == user.id()).count();
    }

    @Test
    void whoNeverBeganIsGone() {
        var stranger = new Sender("telegram", "555");
        bot.street.outbox.broadcast(
                ++notice, List.of(stranger), Reply.of(Reply.Kind.NOTICE, "x"), clock.instant());
        bot.settle();
        assertThat(bot.street.outbox.progress(notice).blocked()).isEqualTo(1);
    }

    @Test
    void aGroupThatMovedIsFoundAtItsNewPlace() {
        var group = played.group("文庙路居民群");
        var old = new Sender("telegram", Long.toString(group.id()));
        group.migrate();
        bot.street.outbox.say(old, Reply.of(Reply.Kind.STATUS, "搬到这里"), clock.instant());
        bot.settle();
        assertThat(group.inbox())
                .singleElement()
                .satisfies(seen -> assertThat(seen.text()).isEqualTo("搬到这里"));
    }

    @Test
    void marksThatTelegramCannotReadAreLeftOut() {
        var user = known("标");
        played.faults()
                .on("sendMessage")
                .to(user.id())
                .answer(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't"
                                + " parse entities: x\"}");
        say(user, "<b>不是标记</b> & 也不是");
        bot.settle();
        assertThat(user.last().text()).isEqualTo("<b>不是标记</b> & 也不是");
        assertThat(user.last().sent()).isEqualTo("<b>不是标记</b> & 也不是");
    }

    @Test
    void wordsFromOutsideAreNeverMarks() {
        var user = known("注");
        say(user, "<a href=\"tg://x\">&amp;</a> 1<2 & 3>2");
        bot.settle();
        assertThat(user.last().text()).isEqualTo("<a href=\"tg://x\">&amp;</a> 1<2 & 3>2");
        assertThat(user.last().entities()).isEmpty();
    }

    @Test
    void longRepliesAreCutAtParagraphsAndLoseNothing() {
        var user = known("长");
        var words =
                IntStream.range(0, 120)
                        .mapToObj(i -> "第" + i + "条　" + "居民应当遵守".repeat(i % 17 + 1) + "。")
                        .collect(Collectors.joining("\n\n"));
        int before = user.texts().size();
        say(user, words);
        bot.settle();
        var parts = user.texts().subList(before, user.texts().size());
        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= 4096);
        assertThat(String.join("\n\n", parts)).isEqualTo(words);
    }

    @Test
    void wordsWithoutASeamAreCutBetweenCharacters() {
        var user = known("无缝");
        int before = user.texts().size();
        say(user, "😀".repeat(3000));
        bot.settle();
        var parts = user.texts().subList(before, user.texts().size());
        assertThat(String.join("", parts)).isEqualTo("😀".repeat(3000));
    }

    @Test
    void whatWillNeverBeTakenIsNotTriedAgain() {
        var user = known("永");
        played.faults()
                .on("sendMessage")
                .to(user.id())
                .times(5)
                .answer(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: x\"}");
        long before = callsTo(user);
        say(user, "坏");
        say(user, "好");
        bot.settle();
        clock.pass(Duration.ofHours(1));
        bot.settle();
        assertThat(callsTo(user) - before).isEqualTo(2);
    }

    @Test
    void aBroadcastReachesEachOnceThroughFaultsAndARestart() {
        var users = IntStream.range(0, 60).mapToObj(i -> played.user("户" + i)).toList();
        users.forEach(user -> user.say("谢谢"));
        bot.settle();
        clock.pass(Duration.ofMinutes(1));
        users.subList(0, 2).forEach(PlayedUser::blockSilently);
        played.limits().refuse(users.get(5).id(), 7);
        long id = broadcast(users, "消防演练");
        bot.street.outbox.begin(clock.instant());
        bot.street.outbox.rest(Duration.ofSeconds(10));
        restart();
        bot.settle();
        var progress = bot.street.outbox.progress(id);
        assertThat(progress.sent()).isEqualTo(58);
        assertThat(progress.blocked()).isEqualTo(2);
        assertThat(users.subList(2, 60))
                .allMatch(u -> u.texts().stream().filter("消防演练"::equals).count() == 1);
        assertThat(played.callsDuringWait()).isEmpty();
    }

    @Test
    void ourOwnLimitsKeepGroupsFromBeingFlooded() {
        bot.close();
        bot = new Bot(db, played, clock, Bot.settings(played));
        var group = played.group("热闹的群");
        var address = new Sender("telegram", Long.toString(group.id()));
        var sends = new ArrayList<Instant>();
        IntStream.range(0, 50)
                .forEach(i ->
                        bot.street.outbox.say(
                                address, Reply.of(Reply.Kind.STATUS, "第" + i), clock.instant()));
        bot.settle();
        played.calls("sendMessage").stream()
                .filter(call -> call.chat() == group.id())
                .forEach(call -> sends.add(call.at()));
        assertThat(sends).hasSize(50);
        for (int i = 20; i < sends.size(); i++) {
            assertThat(sends.get(i)).isAfterOrEqualTo(sends.get(i - 20).plusSeconds(60));
        }
    }

    @Test
    void ourOwnLimitsKeepUsFromBeingTold() {
        bot.close();
        bot = new Bot(db, played, clock, Bot.settings(played));
        var users = IntStream.range(0, 90).mapToObj(i -> played.user("限" + i)).toList();
        users.forEach(user -> user.say("谢谢"));
        bot.settle();
        int before = played.calls("sendMessage").size();
        broadcast(users, "限速");
        say(users.getFirst(), "一");
        say(users.getFirst(), "二");
        bot.settle();
        var calls = played.calls("sendMessage");
        assertThat(calls.subList(before, calls.size())).extracting(Call::status).containsOnly(200);
    }
}
