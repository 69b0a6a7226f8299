package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.activities.Activities;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Dialogue;
import org.ximen.district.District;
import org.ximen.gaps.Faq;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.merchants.Merchants;
import org.ximen.merchants.ShopDetails;
import org.ximen.notices.Notices;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;
import org.ximen.staff.Role;
import org.ximen.testing.Browser;
import org.ximen.testing.Snapshot;
import org.ximen.testing.Workbench;
import org.ximen.topics.Topics;

/** What each role does all day, in a real Chromium. */
class RolesTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /** How often what is due today is asked for anew. */
    private static final Duration REFRESHED = Duration.ofSeconds(20);

    @TempDir static Path home;
    private static Workbench bench;
    private Browser browser;

    @BeforeAll
    static void start() {
        bench = Workbench.open(home);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCaseGoesFromTheDeskToTheStreetAndBack() {
        var now = Instant.now();
        var number = bench.report("曹家街2弄" + HOSTILE + "垃圾没人收", "曹家街2弄", "E0110", now);
        var desk = as("dispatcher");
        desk.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        desk.getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(number))
                .first()
                .click();
        assertThat(desk.locator(".said")).containsText("<img src=x onerror=alert(1)>");
        assertThat(desk.locator("main img")).hasCount(0);
        move(desk, "立案", "");
        assertThat(desk.locator(".state")).containsText("已立案");
        move(desk, "派遣", "");
        assertThat(desk.locator(".state")).containsText("已派遣");
        var street = as("handler");
        street.navigate(bench.at("/console/cases/" + number));
        photograph(street, 21);
        move(street, "处置完成", "已清运");
        assertThat(street.locator(".album h3")).hasText("处置后");
        assertThat(street.locator(".album")).containsText("handler");
        var check = as("verifier");
        check.getByText(number).first().click();
        photograph(check, 22);
        move(check, "核查通过", "");
        assertThat(check.locator(".album h3").last()).hasText("核查");
        desk.navigate(bench.at("/console/cases/" + number));
        desk.locator("input[type=checkbox][name=condition]").check();
        move(desk, "结案", "");
        assertThat(desk.locator(".history li")).hasCount(6);
        assertThat(desk.locator(".state")).containsText("已结案");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoShowsNothingIsToldWhatIsMissingAndLosesNoWord() {
        var now = Instant.now();
        var number = bench.report("净土街30号垃圾没人收", "净土街30号", "E0110", now);
        var cases = bench.get(Cases.class);
        cases.move(number, Move.of(Verb.FILE), Actor.system(), now);
        cases.move(number, Move.of(Verb.DISPATCH), Actor.system(), now);
        var page = as("handler");
        page.navigate(bench.at("/console/cases/" + number));
        move(page, "处置完成", "已清运");
        assertThat(page.locator("[role=alert]")).containsText("“处置完成”要有处置后的照片");
        page.locator("details[open] select[name=without]").selectOption("INDOORS");
        assertThat(page.locator("details[open] textarea")).hasValue("已清运");
        move(page, "处置完成", "已清运");
        assertThat(page.locator(".state")).containsText("已处置");
        assertThat(page.locator(".album")).containsText("没有照片，第 1 次：室内");
    }

    @Test
    void whoIsLateWithAMoveIsToldAndLosesNoWord() {
        var now = Instant.now();
        var number = bench.report("大林路100号路灯不亮", "大林路100号", "C0137", now);
        var page = as("dispatcher");
        page.navigate(bench.at("/console/cases/" + number));
        bench.get(Cases.class).move(number, Move.of(Verb.FILE), Actor.system(), now);
        bench.get(Cases.class).move(number, Move.of(Verb.REFUSE, "重复"), Actor.system(), now);
        move(page, "不予受理", "不在本街道范围内");
        assertThat(page.locator("[role=alert]")).containsText("没有办成");
        assertThat(page.locator("textarea[readonly]")).hasValue("不在本街道范围内");
    }

    @Test
    void aHandlerSeesOnlyTheirAreas() {
        var now = Instant.now();
        var area = bench.get(District.class).area("文庙居委会").orElseThrow();
        bench.hire("wenmiao", Role.HANDLER, null, List.of(area.code()));
        var mine = bench.report("文庙路215号窨井盖没了", "文庙路215号", "C0102", now);
        var other = bench.report("大林路100号路灯不亮", "大林路100号", "C0137", now);
        var page = as("wenmiao");
        page.navigate(bench.at("/console/cases"));
        assertThat(page.locator("main")).containsText(mine);
        assertThat(page.locator("main")).not().containsText(other);
        assertThat(page.navigate(bench.at("/console/cases/" + other)).status()).isEqualTo(404);
    }

    @Test
    void anOfficerRecordsAVisitOnAPhoneWithTwoTapsAndBringsBackACase() {
        var area = bench.get(District.class).area("文庙居委会").orElseThrow();
        bench.hire("walker", Role.HANDLER, null, List.of(area.code()));
        var page = bench.signIn(browser.phone(), "walker");
        page.navigate(bench.at("/console/visits/new"));
        page.getByLabel("种类").selectOption("living-alone");
        page.getByLabel("称呼或店名").fill("<b>王阿婆</b>");
        page.locator("input[name=place]").fill("文庙路215号");
        page.locator("main form button").click();
        assertThat(page.locator("h1")).hasText("<b>王阿婆</b>");
        page.navigate(bench.at("/console/visits"));
        assertThat(page.locator("tbody tr").first()).containsText("今天");
        page.locator("tbody a").first().click();
        page.locator("#visit-form button[value=NOBODY_HOME]").click();
        assertThat(page.locator(".done")).containsText("已记好");
        page.getByText("改成不便打扰").click();
        assertThat(page.locator(".history")).containsText("不便打扰");
        page.getByText("有要记的").click();
        page.locator("textarea[name=errand]").fill("窨井盖没了");
        page.locator("textarea[name=care]").fill("心脏不好");
        page.locator("#visit-form button[value=MET]").click();
        assertThat(page.locator(".history")).containsText("XM-");
        assertThat(page.locator("main")).not().containsText("心脏");
        page.getByText("有要记的").click();
        page.locator("textarea[name=suggestion]").fill("加一把椅子");
        // A look loses nothing of what was typed.
        page.getByText("看关爱情况").click();
        assertThat(page.locator(".notes")).containsText("心脏不好");
        assertThat(page.locator("textarea[name=suggestion]")).hasValue("加一把椅子");
        page.locator("#visit-form button[value=REFUSED]").click();
        assertThat(page.locator("[role=alert]")).containsText("没有见到人");
        assertThat(page.locator("textarea[name=suggestion]")).hasValue("加一把椅子");
        page.locator("textarea[name=suggestion]").fill("");
        page.locator("textarea[name=errand]").fill("窨井盖没了");
        page.locator("#visit-form button[value=MET]").click();
        assertThat(page.locator("[role=alert]")).containsText("可能已经立案");
        assertThat(page.locator("nav")).not().containsText("收到的表扬");
        page.navigate(bench.at("/console/visits/roll?month=%2B999999999-12"));
        assertThat(page.locator("main")).containsText("月份应写成");
        page.navigate(bench.at("/console/visits/roll"));
        assertThat(page.locator("tbody")).containsText("walker");
        page.navigate(bench.at("/console/praise"));
        assertThat(page.locator(".empty")).containsText("您的账号没有部门");
        page.navigate(bench.at("/suggestions"));
        assertThat(page.locator("main")).containsText("还没有登出来的");
        page.navigate(bench.at("/suggestions?lang=en"));
        assertThat(page.locator("main")).containsText("There are none yet");
        var leader = as("leader");
        leader.navigate(bench.at("/console/visits?all"));
        leader.locator("tbody a").first().click();
        leader.getByText("移出名单，删除资料").click();
        leader.getByLabel("为什么").selectOption("ASKED");
        leader.getByText("移出并删除").click();
        assertThat(leader.locator(".done")).containsText("已移出名单");
        assertThat(browser.complaints()).allMatch(line -> line.contains("status of 400"));
    }

    @Test
    void aLeaderSteersTheirGridAndHandlesNothing() {
        var now = Instant.now();
        var area = bench.get(District.class).area("文庙居委会").orElseThrow();
        bench.hire("leader.wenmiao", Role.LEADER, null, List.of(area.code()));
        var mine = bench.report("文庙路215号垃圾没人收", "文庙路215号", "E0110", now);
        var other = bench.report("大林路100号路灯不亮", "大林路100号", "C0137", now);
        var page = as("leader.wenmiao");
        assertThat(page.locator("nav[aria-label=主菜单]")).not().containsText("账号");
        assertThat(page.locator("main")).not().containsText("代报一件");
        page.navigate(bench.at("/console/cases"));
        assertThat(page.locator("main")).containsText(mine);
        assertThat(page.locator("main")).not().containsText(other);
        page.navigate(bench.at("/console/cases/" + mine));
        assertThat(page.locator("details.move > summary")).hasText(new String[] {"定级", "内部备注"});
        assertThat(page.locator("main")).not().containsText("看反映人电话");
        move(page, "内部备注", "明天以前清掉");
        assertThat(page.locator(".history")).containsText("明天以前清掉");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void onAPhoneACaseBeginsWithTheCamera() {
        var now = Instant.now();
        var number = bench.report("净土街30号垃圾没人收", "净土街30号", "E0110", now);
        var cases = bench.get(Cases.class);
        cases.move(number, Move.of(Verb.FILE), Actor.system(), now);
        cases.move(number, Move.of(Verb.DISPATCH), Actor.system(), now);
        var page = bench.signIn(browser.phone(), "handler");
        page.navigate(bench.at("/console/cases/" + number));
        var chooser = page.waitForFileChooser(() -> page.locator(".act-bar label").click());
        chooser.setFiles(new FilePayload("a.jpg", "image/jpeg", Snapshot.jpeg(23)));
        page.locator("details[open] button", new Page.LocatorOptions().setHasText("处置完成")).click();
        assertThat(page.locator(".state")).containsText("已处置");
        assertThat(page.locator(".album h3")).hasText("处置后");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatComesBackIsRaisedByTheDeskAndSeenWithItsCases() {
        var now = Instant.now();
        var days = List.of(1, 2, 3);
        days.forEach(day ->
                bench.report(
                        "neighbour " + day,
                        "尚文路9号路灯不亮" + HOSTILE,
                        "尚文路9号",
                        "C0137",
                        now.minus(day, ChronoUnit.DAYS)));
        var noon = Shown.day(now).plusDays(1).atTime(12, 0).atZone(Shown.SHANGHAI).toInstant();
        bench.get(Topics.class).sweep(noon);
        var desk = as("dispatcher");
        desk.navigate(bench.at("/console/topics"));
        desk.locator("tbody a").filter(new Locator.FilterOptions().setHasText("尚文路")).click();
        assertThat(desk.locator(".facts").first()).containsText("90 天 3 件，3 人，3 天");
        desk.locator("select[name=owner]").selectOption("verifier");
        desk.getByLabel("第一条措施").fill("换线路");
        desk.locator("select[name=department]").first().selectOption("cyzx");
        desk.locator("button").filter(new Locator.FilterOptions().setHasText("立为一类事")).click();
        assertThat(desk.locator(".state")).containsText("治理中");
        assertThat(desk.locator("main")).containsText("换线路");
        desk.getByText("做完了").click();
        assertThat(desk.locator("main")).containsText("做完");
        desk.getByText("结束，告诉居民").click();
        desk.getByLabel("结果").evaluate("box => box.form.noValidate = true");
        desk.getByText("结束", new Page.GetByTextOptions().setExact(true)).last().click();
        assertThat(desk.locator("[role=alert]")).containsText("请写明结果");
        desk.locator(".list a").first().click();
        assertThat(desk.locator(".facts")).containsText("尚文路 · 路灯");
        var other = as("verifier");
        other.navigate(bench.at("/console/topics?state=OPEN"));
        other.locator("tbody a").filter(new Locator.FilterOptions().setHasText("尚文路")).click();
        assertThat(other.locator("main")).containsText("换线路");
        assertThat(other.locator("select[name=owner]")).hasCount(0);
    }

    @Test
    void anActivityIsAnnouncedFilledChangedAndCalledOff() {
        var page = as("editor");
        page.navigate(bench.at("/console/notices/new"));
        page.getByLabel("标题").fill("文庙读书会");
        page.getByLabel("正文").fill("一起读老城厢的书。" + HOSTILE);
        page.locator("input[name=buttons][value=SIGN_UP]").check();
        page.getByText("保存，等审核").click();
        assertThat(page.locator("[role=alert]")).containsText("请填写活动什么时候开始");
        page.getByLabel("地点").fill("文庙路居民活动室" + HOSTILE);
        page.getByLabel("开始").fill(Shown.today(Instant.now()).plusDays(3) + "T13:00");
        page.locator("input[name=seats]").fill("1");
        page.getByText("保存，等审核").click();
        assertThat(page.locator("main")).containsText("要由另一位");
        var notice = page.url();
        var approver = as("approver");
        approver.navigate(notice);
        approver.locator("button[value=APPROVE]").click();
        var now = Instant.now();
        bench.get(Notices.class).sweep(now);
        page.navigate(bench.at("/console/activities"));
        page.locator("tbody a").filter(new Locator.FilterOptions().setHasText("文庙读书会")).click();
        long id = Long.parseLong(page.url().replaceFirst(".*/", ""));
        var activities = bench.get(Activities.class);
        for (var name : List.of("reader1", "reader2")) {
            var reader = bench.get(Residents.class).meet(new Sender("web", name), now);
            activities.sign(id, reader, 1, now);
        }
        page.reload();
        assertThat(page.locator(".state")).containsText("1 / 1 位，候补 1");
        assertThat(page.locator("main img")).hasCount(0);
        page.locator("details > summary").first().click();
        page.locator("details[open] input[name=seats]").fill("0");
        page.locator("details[open] button").click();
        assertThat(page.locator("[role=alert]")).containsText("名额是 1 到");
        page.locator("details[open] input[name=seats]").fill("2");
        page.locator("details[open] button").click();
        assertThat(page.locator(".list")).containsText("等确认");
        page.getByText("取消这个活动").click();
        page.getByLabel("取消的原因").fill("老师病了");
        page.locator("details[open] button").click();
        assertThat(page.locator(".state")).containsText("已取消");
    }

    @Test
    void severalUnitsVisitAShopOnceWithOneResult() {
        var now = Instant.now();
        var owner = bench.get(Residents.class).meet(new Sender("web", "tea-shop"), now);
        var details =
                new ShopDetails("茶铺" + HOSTILE.substring(0, 20), "drinks", "文庙路12号", null, "run");
        bench.get(Merchants.class).keep(owner, details, now);
        var page = as("dispatcher");
        page.navigate(bench.at("/console/merchants?trade=drinks"));
        assertThat(page.locator("main img")).hasCount(0);
        page.getByText("约一次").click();
        page.locator("input[name=units]").first().check();
        page.getByLabel("为什么去").fill("看后厨");
        page.getByLabel("时间").fill(Shown.today(now).plusDays(3) + "T14:00");
        page.getByText("约好，告诉店里").click();
        assertThat(page.locator("[role=alert]")).containsText("请至少选两个单位");
        page.locator("input[name=units]").nth(1).check();
        page.getByText("约好，告诉店里").click();
        assertThat(page.locator(".state")).containsText("约好了");
        page.getByLabel("几个单位一个结果").fill("都好");
        page.getByText("保存结果").click();
        assertThat(page.locator("[role=alert]")).containsText("约的时间还没有到");
        page.getByText("取消这一次").click();
        page.getByLabel("取消的原因").fill("下雨");
        page.locator("details[open] button").click();
        assertThat(page.locator(".state")).containsText("取消了");
        var editor = as("editor");
        editor.navigate(bench.at("/console/joint-visits"));
        assertThat(editor.locator("main")).not().containsText("看后厨");
    }

    @Test
    void anActivityIsOpenedByItself() {
        var page = as("editor");
        page.navigate(bench.at("/console/activities/new"));
        page.getByLabel("名称").fill("西门杯初赛");
        page.getByLabel("地点").fill("文庙");
        page.getByLabel("开始").fill(Shown.today(Instant.now()).plusDays(3) + "T13:00");
        page.getByText("保存，开始报名").click();
        assertThat(page.locator(".state")).containsText("报名中");
        page.locator("details > summary").first().click();
        page.getByLabel("介绍").fill("唱给老城厢。".repeat(150));
        page.locator("details[open] button").click();
        assertThat(page.locator(".facts")).containsText("唱给老城厢。");
    }

    @Test
    void whatIsTalkedOverIsVotedOnByPaperCodesAndASecondNameConfirmsPaper() {
        var page = as("editor");
        page.navigate(bench.at("/console/deliberations/new"));
        page.getByLabel("议题").fill("车棚改造" + HOSTILE.substring(0, 20));
        page.getByLabel("要商量什么").fill("车棚怎么改。" + HOSTILE);
        page.getByLabel("表决的选项").fill("加顶\n加充电桩");
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".said")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
        var address = page.url().replaceFirst("\\?.*", "");
        var today = Shown.today(Instant.now());
        page.getByLabel("征询到哪天").fill(today.toString());
        page.locator("button").filter(named("开始征询")).click();
        page.getByLabel("时间").fill(today.plusDays(1) + "T19:00");
        page.getByLabel("地点").fill("居民活动室");
        page.locator("button").filter(named("约会议")).click();
        assertThat(page.locator(".state")).containsText("开会商量");
        page.getByLabel("表决到哪天").fill(today.plusDays(3).toString());
        page.locator("button").filter(named("开始表决")).click();
        assertThat(page.locator("[role=alert]")).containsText("还没有选票码");
        page.getByLabel("再做多少户").fill("2");
        page.locator("button").filter(named("做码，去打印")).click();
        var codes = page.locator(".ballots .code").allTextContents();
        assertThat(codes).hasSize(2);
        page.navigate(address);
        assertThat(page.locator("main")).not().containsText(codes.getFirst());
        page.getByLabel("表决到哪天").fill(today.plusDays(3).toString());
        page.locator("button").filter(named("开始表决")).click();
        page.getByLabel("这一批选票上的码").fill(String.join("\n", codes));
        page.getByLabel("加顶，几票").fill("2");
        page.locator("button").filter(named("录入，等核对")).click();
        assertThat(page.locator("main")).containsText("这一批是你录的");
        var second = as("leader");
        second.navigate(address);
        assertThat(second.getByLabel("表决到哪天")).hasCount(0);
        second.locator("button").filter(named("对着纸票核对过")).click();
        page.navigate(address);
        page.getByLabel("结果", new Page.GetByLabelOptions().setExact(true)).fill("加顶");
        page.getByLabel("没有采纳的和理由").fill("充电桩明年再说");
        page.locator("button").filter(named("公示")).click();
        assertThat(page.locator(".facts")).containsText("加顶 2 票（纸质 2）；加充电桩 0 票");
        page.locator("button").filter(named("写成通知草稿")).click();
        assertThat(page.locator("main")).containsText("要由另一位");
        assertThat(browser.complaints()).filteredOn(c -> !c.contains("409")).isEmpty();
    }

    private static Locator.FilterOptions named(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    @Test
    void aNoticeIsPreviewedWrittenAndApprovedBySomebodyElse() {
        var page = as("editor");
        page.navigate(bench.at("/console/notices/new"));
        page.getByLabel("标题").fill("大兴街周日停电");
        page.getByLabel("正文").fill("周日 8 点到 12 点停电。" + HOSTILE);
        page.locator("button[value=preview]").click();
        assertThat(page.locator(".bubble")).hasCount(1);
        assertThat(page.locator("main")).containsText("还没有接上 Telegram");
        assertThat(page.locator(".bubble").first()).containsText("【大兴街周日停电】");
        assertThat(page.locator(".bubble img")).hasCount(0);
        page.getByText("保存，等审核").click();
        assertThat(page.locator("main")).containsText("要由另一位");
        var address = page.url();
        var approver = as("approver");
        assertThat(approver.locator("#live")).containsText("等我审核");
        approver.navigate(address);
        approver.locator("button[value=APPROVE]").click();
        // The sweep sends it, and the page learns of it without being reloaded.
        assertThat(approver.locator("#progress"))
                .containsText(
                        "已发完",
                        new com.microsoft.playwright.assertions.LocatorAssertions
                                        .ContainsTextOptions()
                                .setTimeout(20_000));
        page.navigate(address);
        page.getByText("更正", new Page.GetByTextOptions().setExact(true)).first().click();
        page.getByLabel("改了什么").fill("改到 10 点");
        page.getByLabel("更正后的全文").fill("周日 10 点到 12 点停电。");
        page.locator("details[open] button[value=CORRECT]").click();
        assertThat(page.locator("main")).containsText("要由另一位");
        assertThat(page.locator(".bubble").first()).containsText("【更正】【大兴街周日停电】");
        assertThat(page.locator("main")).containsText("原来的通知");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anArticleWithAMistakeKeepsItsTextAndThenAnswers() {
        var page = as("editor");
        page.navigate(bench.at("/console/articles/edit"));
        page.getByLabel("编号").fill("guides/借用活动室");
        var text =
                """
                ---
                kind: guide
                title: 借用小站活动室
                effective: 2026-13-01
                ---

                带身份证。\
                """;
        page.getByLabel("内容").fill(text);
        page.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=alert]")).containsText("第 4 行");
        assertThat(page.getByLabel("内容")).hasValue(text);
        page.getByLabel("内容").fill(text.replace("2026-13-01", "2026-01-01"));
        page.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("借用小站活动室");
        page.getByText("撤下").click();
        page.navigate(bench.at("/console/articles?words=借用小站"));
        assertThat(page.locator("main")).containsText("没有符合条件的文章");
    }

    @Test
    void aFileThatAnEditorBringsBecomesAnArticleAfterAReading() {
        var page = as("editor");
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        page.navigate(bench.at("/console/articles"));
        page.getByText("上传文件、导入情况").click();
        bring(page, "old.doc", "旧");
        assertThat(page.locator("[role=alert]")).containsText("请另存为 .docx");
        bring(page, HOSTILE + ".exe", "MZ");
        assertThat(page.locator("[role=alert]")).containsText("这种文件不收");
        assertThat(page.locator("main img")).hasCount(0);
        bring(
                page,
                HOSTILE.replace("/", "") + ".html",
                "<h1>某某补贴办法</h1><p>第一条" + HOSTILE + "。</p>");
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page.locator("[role=status]")).containsText("<img src=x onerror=alert(1)>");
        var text = "某某小店补贴办法\n发布日期：2026年3月1日\n第一条 每年补贴三千元。\n第二条 本办法自2026年4月1日起施行。";
        page.navigate(bench.at("/console/articles/imports"));
        bring(page, "小店 补贴办法（定稿）.txt", text);
        assertThat(page.locator("[role=status]")).containsText("施行日期");
        assertThat(page.locator("[role=status]")).containsText("本办法自2026年4月1日起施行");
        assertThat(page.getByLabel("编号")).hasValue("policies/小店-补贴办法-定稿-");
        assertThat(page.getByLabel("内容")).hasValue(Pattern.compile("2026-04-01[\\s\\S]*三千元"));
        page.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("某某小店补贴办法");
        assertThat(browser.complaints()).filteredOn(c -> !c.contains("400")).isEmpty();
    }

    private static void bring(Page page, String name, String content) {
        var bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        page.getByLabel("上传一个文件")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                name, "application/octet-stream", bytes));
        page.getByText("读这个文件").click();
    }

    @Test
    void aResidentWhoWaitsIsAnswered() {
        var now = Instant.now();
        var sender = new Sender("web", "waits");
        var person = bench.get(Residents.class).meet(sender, now);
        var ticket = bench.get(Handoff.class).ask(person, HOSTILE, now);
        var page = as("dispatcher");
        page.navigate(bench.at("/console/tickets"));
        var card = page.locator("#ticket-" + ticket.id());
        assertThat(card).containsText("<script>");
        card.getByText("接听").last().click();
        page.getByLabel("回复居民").fill("您好，请讲");
        bench.get(Handoff.class).relay(sender, "我想问居住证", now.plus(1, ChronoUnit.SECONDS));
        assertThat(page.locator("#talk-" + ticket.id()))
                .containsText(
                        "我想问居住证",
                        new com.microsoft.playwright.assertions.LocatorAssertions
                                        .ContainsTextOptions()
                                .setTimeout(15_000));
        assertThat(page.getByLabel("回复居民")).hasValue("您好，请讲");
        page.getByText("发送").click();
        assertThat(page.locator("#talk-" + ticket.id())).containsText("您好，请讲");
        page.getByText("结束接待").click();
        assertThat(page.locator(".state")).containsText("已结束");
        assertThat(page.getByLabel("回复居民")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoTakesOverSeesTheWholeTalkAndMakesACaseAndAnAnswerOfIt() {
        var sender = new Sender("web", "talks");
        say(sender, "敬老卡怎么办，我的电话13812345678");
        say(sender, "/person 净土街8号门口的垃圾三天没人收，电话13812345678");
        var handoff = bench.get(Handoff.class);
        long id = handoff.open(sender).orElseThrow().id();
        var page = as("dispatcher");
        page.navigate(bench.at("/console/tickets/" + id));
        assertThat(page.locator(".before")).containsText("敬老卡怎么办，我的电话138********");
        assertThat(page.locator(".before .staff").first()).containsText("小助");
        assertThat(page.locator("main")).not().containsText("13812345678");
        page.locator("main").getByText("接听", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByLabel("常用回复").selectOption(new SelectOption().setLabel("问候"));
        assertThat(page.getByLabel("回复居民")).hasValue("您好，我是街道的工作人员，请讲。");
        page.getByText("发送").click();
        assertThat(page.locator("#talk-" + id)).containsText("您好，我是街道的工作人员，请讲。");
        page.getByLabel("写备注").fill("说话着急");
        page.getByText("记下").click();
        assertThat(page.locator(".notes")).containsText("说话着急");
        assertThat(page.locator("#talk-" + id)).not().containsText("说话着急");

        page.getByText("建案件").click();
        assertThat(page.getByLabel("发生了什么"))
                .hasValue(Pattern.compile("净土街8号门口的垃圾三天没人收，电话138\\*{8}$"));
        page.getByLabel("发生了什么").fill("净土街8号门口的垃圾三天没人收");
        assertThat(page.getByLabel("地点")).hasValue(Pattern.compile("净土街8号"));
        page.getByText("登记", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).containsText("XM-");
        var number = page.locator("h1").innerText().replaceAll(".*(XM-[0-9-]+).*", "$1");
        var person = bench.get(Residents.class).meet(sender, Instant.now());
        assertThat(bench.get(Cases.class).of(person.id()))
                .extracting(each -> each.number())
                .containsExactly(number);
        page.navigate(bench.at("/console/tickets/" + id));
        assertThat(page.locator(".own-cases")).containsText(number);
        assertThat(page.locator(".notes")).containsText("建了案件 " + number);

        page.getByText("写成问答").click();
        page.getByLabel("问题").fill("敬老卡在哪里办");
        page.getByLabel("答复").fill("  ");
        page.getByText("交给编辑").last().click();
        assertThat(page.locator("[role=alert]")).containsText("请填写答复");
        assertThat(page.getByLabel("问题")).hasValue("敬老卡在哪里办");
        page.getByLabel("答复").fill("到社区事务受理服务中心办。");
        page.getByText("交给编辑").last().click();
        assertThat(page.locator(".done")).containsText("已交给编辑核对");
        page.getByText("转给同事").click();
        page.locator("select[name=to]").selectOption("editor");
        page.getByText("转给", new Page.GetByTextOptions().setExact(true)).last().click();
        assertThat(page.locator("#ticket-" + id)).containsText("由 editor 接听");

        var editor = as("editor");
        editor.navigate(bench.at("/console/tickets/" + id));
        assertThat(editor.locator(".own-cases")).containsText(number);
        assertThat(editor.locator(".own-cases a")).hasCount(0);
        editor.getByText("放回排队").click();
        assertThat(editor.locator("#ticket-" + id)).containsText("等待接听");
        editor.navigate(bench.at("/console/gaps"));
        editor.getByText("敬老卡在哪里办").click();
        assertThat(editor.locator("main")).containsText("dispatcher 接待居民时说的话，没有核对过");
        assertThat(editor.getByLabel("答复（居民会看到原文）")).hasValue("到社区事务受理服务中心办。");
        editor.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(editor.locator(".done")).containsText("已发布");
        var desk = bench.get(Accounts.class).find("dispatcher").orElseThrow();
        var other = new Faq("敬老卡在哪里办", "在文庙路办。", null, null, null);
        var gaps = bench.get(Gaps.class);
        long gap = gaps.propose(person, other, desk, () -> {}, Instant.now());
        editor.navigate(bench.at("/console/gaps/" + gap));
        assertThat(editor.getByLabel("答复（居民会看到原文）")).hasValue(Pattern.compile("到社区事务受理服务中心办。"));
        assertThat(editor.locator(".proposed")).containsText("在文庙路办。");

        handoff.desk().claim(id, desk, Instant.now());
        var admin = as("admin");
        admin.navigate(bench.at("/console/tickets/" + id));
        assertThat(admin.getByLabel("回复居民")).hasCount(0);
        admin.locator("form[action$='/back'] button").click();
        assertThat(admin.locator("#ticket-" + id)).containsText("等待接听");
        // Chromium itself notes the form that was refused.
        assertThat(browser.complaints()).allMatch(line -> line.contains("status of 400"));
    }

    private static void say(Sender sender, String words) {
        var id = java.util.UUID.randomUUID().toString();
        bench.get(Dialogue.class).answer(Incoming.words(sender, id, words), Instant.now());
    }

    @Test
    void anAdministratorOpensAnAccountAndReadsTheTrail() {
        var page = as("admin");
        page.navigate(bench.at("/console/new-account"));
        page.getByLabel("账号名").fill("new.officer");
        page.getByLabel("初始密码").fill("short");
        page.locator("main form").evaluate("form => form.noValidate = true");
        page.getByText("新建", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=alert]")).containsText("10 个字符");
        assertThat(page.getByLabel("账号名")).hasValue("new.officer");
        page.getByLabel("初始密码").fill(Workbench.PASSWORD);
        page.getByText("新建", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("new.officer");
        page.getByText("new.officer").click();
        page.getByLabel("角色").selectOption("DISPATCHER");
        page.getByLabel("文庙居委会").check();
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[role=status]")).containsText("已办好");
        assertThat(page.locator("dl.facts").first()).containsText("派遣员");
        page.navigate(bench.at("/console/audit?what=account."));
        assertThat(page.locator("tbody tr").first()).containsText("new.officer");
        assertThat(page.locator("tbody tr").first()).containsText("角色：处置员 → 派遣员；区域：无 → 文庙居委会");
    }

    @Test
    void anOfficerBindsAChatByALinkAndAnAdministratorTakesItAway() {
        bench.hire("officer.chat", Role.HANDLER, null, List.of());
        var page = as("officer.chat");
        page.getByText("绑定聊天").click();
        page.getByText("取绑定链接").click();
        var sentence = page.locator(".say code").innerText();
        assertThat(sentence).matches("/bind b_\\w{20}");
        var chat = new Sender("web", "officer");
        var link = page.locator("#web").getAttribute("href");
        var web = browser.desktop().newPage();
        web.navigate(bench.at(link));
        assertThat(web.locator("#text")).hasValue(sentence);
        assertThat(web).hasURL(bench.at("/"));
        var reply =
                bench.get(Dialogue.class)
                        .answer(Incoming.words(chat, "1", sentence), Instant.now())
                        .getFirst();
        assertThat(reply.text()).contains("绑定好了", "officer.chat");
        page.navigate(bench.at("/console/chat"));
        assertThat(page.locator("main")).containsText("已绑定：网页聊天");
        assertThat(page.locator(".say")).hasCount(0);
        var admin = as("admin");
        admin.navigate(bench.at("/console/accounts/officer.chat"));
        admin.getByText("解除绑定").click();
        assertThat(admin.locator("[role=status]")).containsText("已办好");
        page.reload();
        assertThat(page.locator("main")).containsText("还没有绑定");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anAbsenceIsNotedWithADeputyAndEndedEarly() {
        bench.hire("away.one", Role.HANDLER, "城管中队", List.of());
        bench.hire("away.two", Role.HANDLER, "城管中队", List.of());
        var admin = as("admin");
        admin.navigate(bench.at("/console/accounts/away.one"));
        admin.locator("select[name=deputy]").selectOption("away.two");
        admin.locator("form[action$='/away'] button").click();
        assertThat(admin.locator("[role=status]")).containsText("已办好");
        assertThat(admin.locator("main")).containsText("由 away.two 代");
        admin.locator("form[action$='/away'] input[name=to]").fill("2020-01-01");
        admin.locator("form[action$='/away'] button").click();
        assertThat(admin.locator("[role=alert]")).containsText("先起后止");
        admin.locator("form[action$='/back'] button").click();
        assertThat(admin.locator("main")).not().containsText("由 away.two 代");
    }

    @Test
    void everyStageThatIsLateStandsUnderToday() {
        var before = Instant.now().minusSeconds(864_000);
        var number = bench.report("文庙路3号门口垃圾没人收", "文庙路3号", "E0110", before);
        var page = as("dispatcher");
        page.navigate(bench.at("/console"));
        assertThat(page.locator("main")).containsText("超时的环节");
        assertThat(page.locator(".similar")).containsText(number);
    }

    @Test
    void everyFigureAndEveryPointOpensWhatIsBehindIt() {
        bench.report("文庙路215号门口垃圾没人收", "文庙路215号", "E0110", Instant.now());
        var page = as("dispatcher");
        page.navigate(bench.at("/console/figures"));
        assertThat(page.locator("canvas[data-ready]")).hasCount(2);
        var cell = page.locator("#areas tbody a").first();
        int count = Integer.parseInt(cell.innerText());
        cell.click();
        assertThat(page.locator("tbody tr")).hasCount(count);
        page.navigate(bench.at("/console"));
        page.getByText("今天新来").click();
        assertThat(page).hasURL(Pattern.compile(".*from=.*"));
        page.navigate(bench.at("/console/map"));
        assertThat(page.locator("#map[data-ready]")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void todayShowsANewCaseWithoutBeingReloaded() {
        var desk = browser.desktop();
        desk.clock().install();
        var page = bench.signIn(desk, "dispatcher");
        var number = bench.report("净土街30号单车堵门", "净土街30号", "E0498", Instant.now());
        assertThat(page.locator("#live")).not().containsText(number);
        page.waitForLoadState();
        desk.clock().fastForward(REFRESHED.toMillis());
        assertThat(page.locator("#live"))
                .containsText(
                        number,
                        new com.microsoft.playwright.assertions.LocatorAssertions
                                        .ContainsTextOptions()
                                .setTimeout(40_000));
    }

    @Test
    void isUsedByKeyboardAlone() {
        var page = as("dispatcher");
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate("() => document.activeElement.textContent"))
                .isEqualTo("跳到正文");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#main"));
        // The address changes before the focus does.
        assertThat(page.locator("#main")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/console/cases.*"));
    }

    private Page as(String name) {
        return bench.signIn(browser.desktop(), name);
    }

    private static void photograph(Page page, int shade) {
        var file = new FilePayload("a.jpg", "image/jpeg", Snapshot.jpeg(shade));
        var input = page.locator("input[type=file][name=photo]");
        assertThat(input).hasAttribute("capture", "environment");
        input.setInputFiles(file);
    }

    private static void move(Page page, String verb, String note) {
        var form =
                page.locator("details.move")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                page.locator(
                                                        "summary",
                                                        new Page.LocatorOptions()
                                                                .setHasText(
                                                                        Pattern.compile(
                                                                                "^" + verb
                                                                                        + "$")))));
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        form.locator("textarea").fill(note);
        form.locator("button").click();
    }
}
