package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.chat.Sender;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Reason;
import org.ximen.gaps.Result;
import org.ximen.knowledge.Library;
import org.ximen.residents.Residents;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** An editor reads what was asked in vain and answers it in place. */
class GapPagesTest {
    @TempDir static Path home;

    @Test
    void anEditorAnswersMergesAndDismissesInPlace() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            fill(bench);
            var phone = bench.signIn(browser.phone(), "admin");
            phone.navigate(bench.at("/console/gaps"));
            look(phone, "phone-gaps");
            phone.locator("table a").first().click();
            look(phone, "phone-gap");

            var desk = bench.signIn(browser.desktop(), "admin");
            desk.navigate(bench.at("/console/gaps"));
            look(desk, "desk-gaps");
            desk.locator("table a").first().click();
            assertThat(desk.locator("h1")).hasText("社区食堂几点开饭<b>");
            look(desk, "desk-gap");
            desk.getByLabel("答复（居民会看到原文）").fill("每天10:30到13:00。");
            desk.getByLabel("失效").fill("2020-01-01");
            desk.getByLabel("生效").fill("2021-01-01");
            desk.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(desk.getByRole(AriaRole.ALERT)).containsText("失效日期不能早于生效日期");
            assertThat(desk.getByLabel("答复（居民会看到原文）")).hasValue("每天10:30到13:00。");
            desk.getByLabel("失效").fill("");
            desk.getByLabel("生效").fill("");
            desk.getByText("发布", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(desk.locator(".done")).containsText("已告诉之前问过的 2 人");
            look(desk, "desk-gap-answered");
            bench.get(Library.class).refresh(Instant.now());
            desk.reload();
            desk.locator("summary").first().click();
            assertThat(desk.getByLabel("答复（居民会看到原文）")).hasValue("每天10:30到13:00。");
            assertThat(desk.getByLabel("告诉之前问过的人")).not().isChecked();

            desk.navigate(bench.at("/console/gaps"));
            desk.locator("table a").first().click();
            desk.locator("summary", new Page.LocatorOptions().setHasText("不解答")).click();
            desk.getByLabel("原因").fill("不归街道管");
            desk.locator("details[open] button.quiet").click();
            assertThat(desk.locator("table a")).hasCount(1);
            desk.navigate(bench.at("/console/gaps?state=DISMISSED"));
            assertThat(desk.locator("table")).containsText("不归街道管");
            // Chromium itself notes the form that was refused.
            assertThat(browser.complaints()).allMatch(line -> line.contains("status of 400"));
        }
    }

    private static void fill(Workbench bench) {
        var gaps = bench.get(Gaps.class);
        var now = Instant.now();
        ask(bench, "wang", "社区食堂几点开饭<b>", Result.REFUSED, now);
        ask(bench, "li", "社区食堂几点开饭<b>", Result.REFUSED, now);
        var zhao = bench.get(Residents.class).meet(new Sender("web", "zhao"), now);
        long id = ask(bench, "zhao", "公积金怎么提取", Result.ANSWERED, now);
        gaps.mark(id, false, zhao, now);
        gaps.why(id, Reason.OUTDATED, zhao, now);
        gaps.remark(zhao, "窗口已经搬了", now);
        ask(bench, "zhao", "哪里能免费看牙", Result.REFUSED, now);
        gaps.sweep(now);
    }

    private static long ask(Workbench bench, String who, String words, Result result, Instant now) {
        var person = bench.get(Residents.class).meet(new Sender("web", who), now);
        return bench.get(Gaps.class).note(person, "web", words, result, 0, now).orElseThrow();
    }
}
