package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Move;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** The dispatch desk at its work, in a real Chromium at both widths. */
class DeskWorkTest {
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
        browser.close();
    }

    @Test
    void aCallIsFiledWithItsLikelyDuplicateShown() {
        var before = bench.report("文庙路215号门口窨井盖没了", "文庙路215号", "C0102", Instant.now());
        var desk = bench.signIn(browser.desktop(), "dispatcher");
        desk.getByText("代报一件").first().click();
        look(desk, "desk-case-new");
        desk.getByLabel("发生了什么").fill("文庙路215号门口窨井盖没了，请来看看");
        desk.getByLabel("类别").selectOption("C0102");
        desk.getByLabel("反映人电话").fill("13800138000");
        desk.getByLabel("来源").selectOption("PHONE");
        assertThat(desk.locator("#look")).containsText(before);
        assertThat(desk.locator("#look")).containsText("文庙路215号");
        look(desk, "desk-case-new-look");
        press(desk, "登记");
        assertThat(desk.locator(".done")).containsText("已登记");
        assertThat(desk.locator(".facts")).containsText("来电");
        assertThat(desk.locator("main")).not().containsText("13800138000");
        var phone = bench.signIn(browser.phone(), "verifier");
        phone.navigate(bench.at("/console/cases/new"));
        look(phone, "phone-case-new");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withoutAScriptALikelyDuplicateStopsTheFirstPressOnly() {
        var words = "曹家街2弄垃圾没人收，臭死了";
        var before = bench.report(words, "曹家街2弄", "E0110", Instant.now());
        var desk = bench.signIn(browser.desktop(), "dispatcher");
        desk.route("**/console/cases/new/check", route -> route.abort());
        desk.navigate(bench.at("/console/cases/new"));
        desk.getByLabel("发生了什么").fill(words);
        desk.getByLabel("类别").selectOption("E0110");
        press(desk, "登记");
        assertThat(desk.locator("[role=alert]")).containsText("还没有登记");
        assertThat(desk.locator("#look")).containsText(before);
        press(desk, "登记");
        assertThat(desk.locator(".done")).containsText("已登记");
    }

    @Test
    void oneCaseAfterTheOtherIsFiledAndSentOffInOnePressEach() {
        var now = Instant.now();
        var late = bench.report("大林路100号路灯不亮", "大林路100号", "C0137", now.minus(20, ChronoUnit.DAYS));
        var next = bench.report("净土街30号路灯不亮", "净土街30号", "C0137", now.minus(19, ChronoUnit.DAYS));
        var desk = bench.signIn(browser.desktop(), "dispatcher");
        desk.navigate(bench.at("/console/cases?mine=yes"));
        assertThat(desk.locator("tr.section").last()).containsText(Pattern.compile("今天到期|其余"));
        look(desk, "desk-mine");
        desk.navigate(bench.at("/console/cases/" + late));
        look(desk, "desk-straight");
        desk.getByText(Pattern.compile("^立案并派给")).click();
        assertThat(desk.locator(".done")).containsText(late + " 已立案并派出");
        assertThat(desk.locator("h1")).containsText("XM-");
        assertThat(state(late)).isEqualTo(State.DISPATCHED);
        assertThat(state(next)).isEqualTo(State.REPORTED);
        var phone = bench.signIn(browser.phone(), "dispatcher");
        phone.navigate(bench.at("/console/cases/" + next));
        look(phone, "phone-straight");
        phone.navigate(bench.at("/console/cases?mine=yes"));
        look(phone, "phone-mine");
    }

    @Test
    void manyAreFiledAtOnceAndWhatCouldNotBeIsTold() {
        var now = Instant.now();
        var one = bench.report("学宫街12号共享单车堵住门口", "学宫街12号", "E0498", now);
        var two = bench.report("学宫街14号共享单车堵住门口", "学宫街14号", "E0498", now);
        var desk = bench.signIn(browser.desktop(), "dispatcher");
        desk.navigate(bench.at("/console/cases?words=学宫街"));
        desk.getByLabel("选 " + one).check();
        desk.getByLabel("选 " + two).check();
        move(two);
        press(desk, "立案并派给默认部门");
        assertThat(desk.locator(".done")).containsText("1 件已办好");
        assertThat(desk.locator("[role=alert]")).containsText(two);
        look(desk, "desk-bulk");
        assertThat(state(one)).isEqualTo(State.DISPATCHED);
    }

    @Test
    void aListOf12345IsLookedThroughThenTakenAndTheListTakenAway() {
        var desk = bench.signIn(browser.desktop(), "dispatcher");
        desk.navigate(bench.at("/console/cases/import"));
        look(desk, "desk-import");
        var rows = "工单编号,诉求内容,地址\nT1,路灯不亮,大林路100号\nT2,,大林路102号\nT1,路灯还是不亮,大林路100号\n";
        desk.getByLabel(Pattern.compile("上传工单表"))
                .setInputFiles(
                        new FilePayload(
                                "工单.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        press(desk, "看一看");
        assertThat(desk.locator("table")).containsText("和第 1 行是同一个编号");
        look(desk, "desk-import-plan");
        press(desk, "确认导入");
        assertThat(desk.locator(".done")).containsText("导入完了");
        assertThat(desk.locator("main")).containsText("请写明发生了什么");
        look(desk, "desk-import-done");
        desk.navigate(bench.at("/console/cases?words=T1"));
        assertThat(desk.locator("table.list tbody tr")).hasCount(1);
        var file = desk.waitForDownload(() -> desk.getByText("导出 Excel").click());
        assertThat(file.suggestedFilename()).isEqualTo("案件.xlsx");
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("时限").setExact(true))
                .click();
        assertThat(desk.locator("th[aria-sort=ascending]")).containsText("时限");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static void move(String number) {
        bench.get(Cases.class)
                .move(number, Move.of(Verb.REFUSE, "重复"), Actor.system(), Instant.now());
    }

    private static State state(String number) {
        return bench.get(Cases.class).find(number).orElseThrow().state();
    }
}
