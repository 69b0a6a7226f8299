package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.chat.Sender;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.Opinions;
import org.ximen.residents.Residents;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** The desk answers a suggestion and passes praise on. */
class OpinionPagesTest {
    private static final String BADGE = "nav[aria-label=主菜单] .count";

    @TempDir static Path home;

    @Test
    void theDeskAnswersASuggestionAndPassesPraiseOn() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            fill(bench);
            var phone = bench.signIn(browser.phone(), "dispatcher");
            phone.navigate(bench.at("/console/opinions"));
            look(phone, "phone-opinions");
            phone.locator("table a").first().click();
            look(phone, "phone-opinion");

            var desk = bench.signIn(browser.desktop(), "dispatcher");
            assertThat(desk.locator(BADGE)).hasText("3");
            desk.getByText("建议与表扬").click();
            assertThat(desk.locator("tbody tr")).hasCount(3);
            assertThat(desk.locator("tbody tr").first()).containsText("超 ");
            look(desk, "desk-opinions");
            desk.locator("table a").first().click();
            assertThat(desk.locator(".said")).hasText("文庙路加一排长椅<b>");
            assertThat(desk.locator(".state")).containsText("已超期");
            desk.getByLabel("理由").fill("明年改造时一起做");
            desk.locator("main form").evaluate("form => form.noValidate = true");
            desk.getByText("答复并告诉本人").click();
            assertThat(desk.getByRole(AriaRole.ALERT)).containsText("请选采纳");
            assertThat(desk.getByLabel("理由")).hasValue("明年改造时一起做");
            desk.getByLabel("结果").selectOption("PARTLY_ADOPTED");
            desk.getByText("答复并告诉本人").click();
            assertThat(desk.locator(".done")).containsText("已答复");
            assertThat(desk.locator("main")).containsText("明年改造时一起做");
            assertThat(desk.locator(BADGE)).hasText("2");
            look(desk, "desk-opinion-answered");

            desk.navigate(bench.at("/console/opinions?kind=PRAISE"));
            desk.locator("table a").first().click();
            desk.locator("select[name=department]").selectOption("绿化市容所");
            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("转给部门")).click();
            assertThat(desk.getByRole(AriaRole.ALERT)).containsText("还没有人绑定聊天");
            desk.getByLabel("怎样转告的").fill("打电话告诉了所长");
            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("转给部门")).click();
            assertThat(desk.locator(".done")).containsText("已转给部门");
            assertThat(desk.locator(".state")).containsText("转给绿化市容所");
            desk.navigate(bench.at("/console/opinions?state=ANSWERED"));
            assertThat(desk.locator("tbody")).containsText("部分采纳");
            // Chromium itself notes the forms that were refused.
            assertThat(browser.complaints())
                    .allMatch(line -> line.contains("status of 400") || line.contains("409"));
        }
    }

    private static void fill(Workbench bench) {
        var now = Instant.now();
        take(bench, Opinion.Kind.SUGGESTION, "文庙路加一排长椅<b>", now.minus(Duration.ofDays(60)));
        take(bench, Opinion.Kind.SUGGESTION, "小学门口早上管一管车", now);
        take(bench, Opinion.Kind.PRAISE, "曹家街的环卫工人真负责", now);
    }

    private static void take(Workbench bench, Opinion.Kind kind, String words, Instant at) {
        var person = bench.get(Residents.class).meet(new Sender("web", "wang"), at);
        bench.get(Opinions.class).take(new NewOpinion(kind, words, "文庙路", null), person, at);
    }
}
