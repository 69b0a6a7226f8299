package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ximen.played.Call;
import org.ximen.played.PlayedUser;
import org.ximen.posters.Poster;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Snapshot;

/** What residents do with their phones. */
class ResidentsTest extends OnTelegram {
    private static final double LATITUDE = 31.2178;
    private static final double LONGITUDE = 121.4862;
    private static final String RUBBISH = "曹家街2弄垃圾堆了三天没人收";

    /** Or every report would be like the one of another test. */
    @BeforeEach
    void nobodyHasReportedAnything() {
        List.of("case_event", "case_photo", "case_follower", "case_clock", "grid_case")
                .forEach(table -> db.client().sql("delete from " + table).update());
    }

    private long cases() {
        return rows("select count(*) from grid_case");
    }

    private long photos(PlayedUser user) {
        return rows("select count(*) from photo where address = ?", Long.toString(user.id()));
    }

    @Test
    void anAlbumAPlaceAndWordsAreOneCase() {
        long before = cases();
        var user = played.user("相册");
        user.album(Collections.nCopies(5, Snapshot.jpeg()), null);
        user.location(LATITUDE, LONGITUDE);
        user.say("这里垃圾堆了三天没人收");
        bot.settle();
        assertThat(user.last().text()).contains("照片：5 张", "暴露垃圾");
        user.press("提交");
        bot.settle();
        assertThat(user.last().text()).contains("已登记");
        assertThat(cases()).isEqualTo(before + 1);
        assertThat(photos(user)).isEqualTo(5);
    }

    /** The first is answered without the sign: a street without a model needs none. */
    @Test
    void whereAnAnswerMayTakeSecondsPeopleSeeThatItIsBeingMade() {
        var user = played.user("等答复");
        user.say("调解收费吗");
        bot.settle();
        assertThat(signs(user)).isZero();
        bot.telegram.showTyping();
        user.say("狗证怎么办");
        bot.settle();
        await().until(() -> signs(user) == 1);
    }

    private long signs(PlayedUser user) {
        return played.calls("sendChatAction").stream()
                .filter(call -> call.chat() == user.id())
                .filter(call -> call.arguments().path("action").asString().equals("typing"))
                .count();
    }

    @Test
    void anAlbumIsAnsweredOnceThoughItsPicturesComeApart() {
        var user = played.user("慢相册");
        user.album(Collections.nCopies(3, Snapshot.jpeg()), RUBBISH);
        bot.take();
        assertThat(user.inbox()).as("more may come").isEmpty();
        clock.pass(Duration.ofSeconds(2));
        bot.settle();
        assertThat(user.inbox()).hasSize(1);
        assertThat(user.last().text()).contains("照片：3 张", "曹家街2弄");
    }

    @Test
    void aReportStaysOneCardWhileItsButtonsArePressed() {
        var user = played.user("卡片");
        tell(user, RUBBISH);
        user.press("改类别");
        bot.settle();
        assertThat(user.inbox()).hasSize(1);
        assertThat(user.last().text()).contains("哪一类");
        user.press(user.last().labels().getFirst());
        bot.settle();
        user.press("提交");
        bot.settle();
        assertThat(user.inbox()).hasSize(1);
        assertThat(user.last().text()).contains("已登记");
        assertThat(user.last().labels()).doesNotContain("提交");
    }

    @Test
    void aSecondTapLeavesTheReceiptWhereItIs() {
        long before = cases();
        var user = played.user("双击");
        tell(user, RUBBISH);
        user.press("提交");
        user.press("提交");
        bot.settle();
        assertThat(user.inbox()).hasSize(1);
        assertThat(user.last().text()).contains("已登记", "XM-");
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void anOldButtonDoesNotWipeOutWhatCameAfterIt() {
        tell(played.user("先报"), RUBBISH);
        played.user("先报").press("提交");
        bot.settle();
        var user = played.user("后报");
        tell(user, RUBBISH);
        user.press("就是这件，我也关注");
        user.press("就是这件，我也关注");
        bot.settle();
        assertThat(user.texts()).hasSize(2);
        assertThat(user.texts().getFirst()).contains("您也在关注");
        assertThat(user.texts().getLast()).contains("按钮已经过期");
    }

    @Test
    void aPressIsAcknowledgedBeforeAnythingElse() {
        var user = played.user("先应");
        tell(user, RUBBISH);
        int before = played.calls().size();
        user.press("提交");
        bot.settle();
        assertThat(played.calls().subList(before, played.calls().size()))
                .extracting(Call::method)
                .startsWith("answercallbackquery");
    }

    @Test
    void aPressThatIsTooOldStillCounts() {
        var user = played.user("迟到");
        tell(user, RUBBISH);
        played.faults()
                .on("answerCallbackQuery")
                .answer(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: query is"
                                + " too old and response timeout expired or query ID is invalid\"}");
        user.press("提交");
        bot.settle();
        assertThat(user.last().text()).contains("已登记");
    }

    @Test
    void aCardThatWasDeletedIsWrittenAnew() {
        var user = played.user("删卡");
        tell(user, RUBBISH);
        played.faults()
                .on("editMessageText")
                .answer(
                        400,
                        "{\"ok\":false,\"error_code\":400,"
                                + "\"description\":\"Bad Request: message to edit not found\"}");
        user.press("提交");
        bot.settle();
        assertThat(user.inbox()).hasSize(2);
        assertThat(user.last().text()).contains("已登记");
    }

    @Test
    void thePlaceIsOneTouchAway() {
        var user = played.user("位置键");
        tell(user, "垃圾堆了三天没人收");
        assertThat(user.keys()).contains("📍 发送我的位置 Send my location", "不报了");
        user.location(LATITUDE, LONGITUDE);
        bot.settle();
        assertThat(user.last().text()).contains("地点：");
        assertThat(user.last().labels()).contains("提交");
    }

    @Test
    void aChosenPlaceAndALivePlaceArePlaces() {
        var user = played.user("场所");
        tell(user, "垃圾堆了三天没人收");
        user.venue(LATITUDE, LONGITUDE, "文庙", "文庙路215号");
        bot.settle();
        assertThat(user.last().labels()).contains("提交");
        var live = played.user("实时");
        tell(live, "垃圾堆了三天没人收");
        int message = live.liveLocation(LATITUDE, LONGITUDE);
        bot.settle();
        int before = live.inbox().size();
        live.moveLive(message, LATITUDE + 0.001, LONGITUDE);
        bot.settle();
        assertThat(live.inbox()).hasSize(before);
    }

    @Test
    void onlyOnesOwnNumberIsTaken() {
        var user = played.user("电话");
        user.contact("+8613800138000", user.id());
        bot.settle();
        assertThat(user.last().text()).contains("记下了").doesNotContain("13800138000");
        assertThat(rows("select count(*) from person where phone = '13800138000'")).isOne();
        user.contact("+8613900139000", 4711);
        bot.settle();
        assertThat(user.last().text()).contains("别人的名片");
        assertThat(rows("select count(*) from person where phone like '%139%'")).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsTaken() {
        var user = played.user("其他");
        user.voice();
        bot.settle();
        assertThat(user.last().text()).contains("语音");
        user.document("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.pdf", "application/pdf");
        bot.settle();
        assertThat(user.last().text()).contains("文件我收不了");
        user.photo("not a picture".getBytes(StandardCharsets.UTF_8), RUBBISH);
        bot.settle();
        assertThat(user.last().text()).contains("不是能识别的照片", "曹家街2弄", "照片：没有");
    }

    @Test
    void aPictureSentAsAFileIsAPhoto() {
        var user = played.user("原图");
        user.document(Snapshot.jpeg(), "IMG_1.jpg", "image/jpeg");
        bot.settle();
        assertThat(photos(user)).isOne();
    }

    @Test
    void aPictureIsFetchedThoughTelegramStumbles() {
        var user = played.user("取图");
        played.faults().on("file").answer(404, "{\"ok\":false,\"error_code\":404}");
        user.photo(Snapshot.jpeg(), RUBBISH);
        bot.settle();
        assertThat(user.last().text()).contains("照片：1 张");
        var other = played.user("取图二");
        played.faults().on("file").times(2).truncate();
        played.faults().on("getFile").times(2).html(502);
        other.photo(Snapshot.jpeg(), RUBBISH);
        bot.settle();
        assertThat(other.last().text()).contains("照片：1 张");
    }

    @Test
    void aPictureThatNeverComesIsSaidAndTheWordsAreTaken() {
        var user = played.user("丢图");
        played.faults().on("getFile").always().html(502);
        user.photo(Snapshot.jpeg(), RUBBISH);
        bot.take();
        clock.pass(Duration.ofMinutes(11));
        bot.settle();
        assertThat(user.last().text()).contains("照片没有收到", "曹家街2弄");
    }

    @Test
    void aPictureThatIsGoneKeepsNobodyWaiting() {
        var user = played.user("过期图");
        played.faults().on("file").always().answer(404, "{\"ok\":false,\"error_code\":404}");
        user.photo(Snapshot.jpeg(), RUBBISH);
        bot.take();
        assertThat(user.last().text()).contains("照片没有收到", "曹家街2弄");
    }

    @Test
    void aPictureThatStumblesDoesNotStoreTheOthersAgain() {
        var user = played.user("卡图");
        played.faults().on("getFile").after(2).times(4).html(502);
        user.album(Collections.nCopies(3, Snapshot.jpeg()), RUBBISH);
        bot.settle();
        assertThat(user.last().text()).contains("照片：3 张");
        assertThat(photos(user)).isEqualTo(3);
    }

    @Test
    void aPictureThatIsTooLargeIsNotFetched() {
        var user = played.user("大图");
        user.document(new byte[11 * 1024 * 1024], "IMG_2.jpg", "image/jpeg");
        long before = played.count("getFile");
        bot.settle();
        assertThat(user.last().text()).contains("10 MB");
        assertThat(played.count("getFile")).isEqualTo(before);
    }

    @Test
    void aChangedQuestionIsAnsweredAgainAndAChangedReportChangesTheDraft() {
        var user = played.user("改字");
        int question = user.say("谢谢");
        bot.settle();
        user.edit(question, "帮助");
        bot.settle();
        assertThat(user.last().text()).contains("报事");
        int report = user.say(RUBBISH);
        bot.settle();
        user.edit(report, "曹家街3弄垃圾堆了三天没人收");
        bot.settle();
        assertThat(user.last().text()).contains("地点：曹家街3弄", "情况：曹家街3弄垃圾");
    }

    @Test
    void aGroupIsAnsweredOnlyWhenItAsksAndNothingPrivateIsSaidThere() {
        var group = played.group("居民群");
        var user = played.user("群友");
        user.sayIn(group, "今天天气不错");
        bot.settle();
        assertThat(group.inbox()).isEmpty();
        int asked = user.sayIn(group, "@ximen_test_bot 谢谢");
        bot.settle();
        assertThat(group.inbox()).hasSize(1);
        assertThat(group.inbox().getLast().replyTo()).isEqualTo(asked);
        user.replyIn(group, group.inbox().getLast(), "进度");
        bot.settle();
        assertThat(group.inbox().getLast().text()).contains("私聊");
        assertThat(group.inbox().getLast().keyboard().getFirst().getFirst().url())
                .isEqualTo("https://t.me/ximen_test_bot?start=group");
        user.sayIn(group, "/help@other_bot");
        bot.settle();
        assertThat(group.inbox()).hasSize(2);
        user.sayIn(group, "/help@ximen_test_bot");
        bot.settle();
        assertThat(group.inbox()).hasSize(3);
        assertThat(group.inbox().getLast().labels()).isEmpty();
    }

    @Test
    void aReportInAGroupIsInvitedToAPrivateTalkAndADangerIsWarnedOf() {
        long before = cases();
        var group = played.group("急群");
        played.user("急人").sayIn(group, "@ximen_test_bot 文庙路215号楼里煤气味很重，有人头晕");
        bot.settle();
        assertThat(group.inbox().getLast().text()).contains("私聊");
        assertThat(group.inbox().getLast().text()).contains("开窗");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void aPosterTellsWhereAReportIs() {
        var staff =
                new StaffMember(1, "editor", org.ximen.staff.Role.EDITOR, null, List.of(), true);
        var area =
                bot.street.features.district().areas().stream()
                        .filter(a -> a.name().contains("曹家街"))
                        .findFirst()
                        .orElseThrow();
        var poster =
                bot.street
                        .features
                        .posters()
                        .make(Poster.Kind.COMPOUND, area, "曹家街2弄", staff, clock.instant());
        var user = played.user("扫码");
        user.start(poster.key());
        bot.settle();
        assertThat(user.last().text()).contains("曹家街2弄");
        tell(user, "垃圾堆了三天没人收");
        assertThat(user.last().text()).contains("地点：曹家街2弄");
        var curious = played.user("乱扫");
        curious.start("'; drop table poster; --");
        curious.start("nosuchposter");
        bot.settle();
        assertThat(curious.last().text()).containsAnyOf("西门小助", "the assistant");
    }

    @Test
    void aShopsPosterMakesItsPeopleMerchantsWithOneTouch() {
        var staff =
                new StaffMember(1, "editor", org.ximen.staff.Role.EDITOR, null, List.of(), true);
        var area = bot.street.features.district().areas().getLast();
        var poster =
                bot.street
                        .features
                        .posters()
                        .make(Poster.Kind.SHOP, area, "学前街小馆", staff, clock.instant());
        var user = played.user("店主");
        user.start(poster.key());
        bot.settle();
        assertThat(user.last().text()).contains("学前街小馆", "招牌");
        user.press("我是这里的商户");
        bot.settle();
        assertThat(
                        rows(
                                "select count(*) from person where profile = 'MERCHANT' and address = ?",
                                Long.toString(user.id())))
                .isOne();
    }

    @Test
    void aPersonIsCalledAndTheNumberIsOneTouchAway() {
        var user = played.user("找人");
        tell(user, "/person");
        assertThat(user.keys()).contains("📱 留下我的手机号 Leave my number");
        user.contact("+8613700137000", user.id());
        bot.settle();
        assertThat(rows("select count(*) from person where phone = '13700137000'")).isOne();
    }

    @Test
    void menusAreSetByKindOfChatAndLanguage() {
        assertThat(played.commands())
                .containsKeys("default|", "default|en", "all_private_chats|", "all_group_chats|en");
        assertThat(String.valueOf(played.commands().get("all_private_chats|")))
                .contains("report", "报问题", "forget");
        assertThat(String.valueOf(played.commands().get("all_group_chats|")))
                .doesNotContain("report");
    }

    @Test
    void whoBindsAChatHasTheCommandsOfStaffInItsMenuUntilItIsUnbound() {
        var user = played.user("小王");
        tell(user, "/start");
        var menu = "chat" + user.id() + "|";
        bot.telegram.menus();
        assertThat(played.commands()).doesNotContainKey(menu);
        bind(user);
        played.faults().on("setMyCommands").times(1).resetBefore();
        assertThat(bot.telegram.menus()).as("rests").isGreaterThan(Duration.ofSeconds(10));
        assertThat(played.commands()).doesNotContainKey(menu);
        bot.telegram.menus();
        assertThat(String.valueOf(played.commands().get(menu)))
                .containsSubsequence("tasks", "我的任务", "tickets", "我的接待", "report");
        assertThat(String.valueOf(played.commands().get(menu + "en"))).contains("My tasks");
        long set = played.count("setMyCommands");
        bot.telegram.menus();
        assertThat(played.count("setMyCommands")).isEqualTo(set);
        tell(user, "/unbind");
        bot.telegram.menus();
        assertThat(played.commands()).doesNotContainKeys(menu, menu + "en");
        assertThat(rows("select count(*) from staff_menu")).isZero();
    }

    @Test
    void aMenuThatIsRefusedForGoodIsLetBe() {
        var user = played.user("走了");
        tell(user, "/start");
        bind(user);
        user.block();
        bot.telegram.menus();
        long tried = played.count("setMyCommands");
        bot.telegram.menus();
        assertThat(played.count("setMyCommands")).isEqualTo(tried);
        assertThat(played.commands()).doesNotContainKey("chat" + user.id() + "|");
    }

    private void bind(PlayedUser user) {
        var accounts = bot.street.accounts;
        var now = clock.instant();
        accounts.ensureAdmin(bot.street.home, "correct horse battery", now);
        var account =
                new NewAccount(
                        "u" + user.id(), "correct horse battery", Role.HANDLER, "城运中心", List.of());
        var member = accounts.create(account, accounts.find("admin").orElseThrow(), now);
        tell(user, "/bind " + bot.street.features.bindings().code(member, now));
    }

    @Test
    void whoAskedToBeForgottenIsToldAndNothingStays() {
        var user = played.user("忘");
        tell(user, RUBBISH);
        tell(user, "忘记我");
        user.press("确认删除");
        bot.settle();
        assertThat(user.last().text()).contains("已删除");
        for (var table : List.of("outbox", "inbox", "person", "conversation")) {
            assertThat(
                            rows(
                                    "select count(*) from " + table + " where address = ?",
                                    Long.toString(user.id())))
                    .as(table)
                    .isZero();
        }
        assertThat(
                        rows(
                                "select count(*) from raw_message where body like '%曹家街2弄%' and chat = ?",
                                Long.toString(user.id())))
                .isZero();
    }
}
