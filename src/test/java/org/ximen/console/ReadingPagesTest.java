package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.Readings;
import org.ximen.residents.Residents;
import org.ximen.testing.Browser;
import org.ximen.testing.HeardWords;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Workbench;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading.Level;

/** What was heard wrongly is put right with one click, taken back with another, and learnt. */
class ReadingPagesTest {
    private static final String ITEM = "article.reading";

    @TempDir static Path home;

    @Test
    void oneClickSaysWhatItWasAndAnotherTakesItBack() {
        var clock = new SettableClock(Instant.now().toString());
        try (var bench = Workbench.open(home, Map.of(), clock);
                var browser = Browser.open()) {
            fill(bench, clock.instant());
            var phone = bench.signIn(browser.phone(), "editor");
            phone.navigate(bench.at("/console/readings"));
            assertThat(phone.locator(ITEM)).hasCount(2);
            assertThat(phone.locator("main")).not().containsText("抽烟");
            look(phone, "phone-readings");

            var desk = bench.signIn(browser.desktop(), "admin");
            desk.getByText("听错的话").click();
            assertThat(desk.locator(ITEM)).hasCount(4);
            look(desk, "desk-readings");
            press(item(desk, "抽烟"), "其实是报问题");
            assertThat(desk.locator(".done")).containsText("记下了（其实是报问题）");
            assertThat(desk.locator(ITEM)).hasCount(3);
            desk.locator(".done button").click();
            assertThat(desk.locator(".done")).containsText("已撤销");
            assertThat(desk.locator(ITEM)).hasCount(4);
            press(item(desk, "抽烟"), "没有危险");
            press(item(desk, "长凳"), "类别其实是");
            press(item(desk, "棋牌桌"), "听得对");
            var last = item(desk, "喂猫");
            last.locator("summary").click();
            last.getByText("就是这样").click();
            assertThat(desk.getByRole(AriaRole.ALERT)).containsText("没有办成");
            last.locator("summary").click();
            last.getByLabel("想做什么").selectOption("GRIEVANCE");
            last.getByText("就是这样").click();
            assertThat(desk.locator(ITEM)).hasCount(0);
            assertThat(desk.locator("main")).containsText("有新的核对还没有学");

            clock.pass(Duration.ofMinutes(2));
            bench.get(CorrectionTraining.class).sweep(clock.instant());
            desk.navigate(bench.at("/console/readings?judged=true"));
            assertThat(desk.locator("main")).containsText("用 4 条核对过的话学过，正在用");
            assertThat(item(desk, "喂猫")).containsText("其实是对单位或人不满");
            look(desk, "desk-readings-judged");
            press(item(desk, "喂猫"), "撤销");
            assertThat(desk.locator(ITEM)).hasCount(3);
            assertThat(desk.locator("main")).containsText("有新的核对还没有学");

            refuse(bench);
            desk.navigate(bench.at("/console/readings?judged=true"));
            assertThat(desk.locator("main")).containsText("有 1 句必须听对的话听错了，所以没有换上");
            assertThat(desk.locator("main")).containsText("“着火了快来人”");
            assertThat(item(desk, "抽烟")).containsText("可能是这一条");
            assertThat(item(desk, "长凳")).not().containsText("可能是这一条");
            look(desk, "desk-readings-refused");
            // Chromium itself notes the form that was refused.
            assertThat(browser.complaints()).allMatch(line -> line.contains("status of 400"));
        }
    }

    /** As if the last learning had broken what must hold, because of the first reading. */
    private static void refuse(Workbench bench) {
        bench.get(Db.class)
                .client()
                .sql(
                        """
                        update reading_model set taken = false, broken = '着火了快来人',
                            suspects = (select cast(min(id) as varchar(20)) from reading)
                        """)
                .update();
    }

    private static Locator item(Page page, String words) {
        return page.locator(ITEM, new Page.LocatorOptions().setHasText(words));
    }

    private static void press(Locator item, String label) {
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .first()
                .click();
    }

    private static void fill(Workbench bench, Instant now) {
        hear(
                bench,
                HeardWords.of("爷叔在楼道里抽烟<b>", Act.HELP, .98, Act.REPORT, .01).burning(Level.NOW),
                now);
        hear(bench, HeardWords.of("喂猫的人又来了", Act.GREET, .57, Act.REPORT, .24), now);
        hear(
                bench,
                HeardWords.of("文庙路215号的长凳让人搬走了", Act.REPORT, .37, Act.PRAISE, .21)
                        .inCase(
                                new CategoryGuess("C0199", .29),
                                new CategoryGuess("E0405", .2),
                                new CategoryGuess("E0110", .1)),
                now);
        hear(bench, HeardWords.of("楼下又摆棋牌桌了", Act.ASK, .5, Act.SMALLTALK, .4), now);
        var wang = bench.get(Residents.class).meet(new Sender("web", "wang"), now);
        bench.get(Readings.class).misunderstood(wang, now);
    }

    private static void hear(Workbench bench, HeardWords words, Instant now) {
        var wang = bench.get(Residents.class).meet(new Sender("web", "wang"), now);
        bench.get(Readings.class).heard(wang, words.message(), now);
    }
}
