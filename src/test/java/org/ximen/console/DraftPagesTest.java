package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.chat.Sender;
import org.ximen.handoff.Handoff;
import org.ximen.played.PlayedModel;
import org.ximen.residents.Residents;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** Staff have a talk summed up and a notice drafted; nothing of it goes anywhere. */
class DraftPagesTest {
    @TempDir Path home;

    @Test
    void aTalkIsSummedUpAndANoticeIsChecked() {
        try (var played = new PlayedModel();
                var bench = Workbench.open(home, settings(played), InstantSource.system());
                var browser = Browser.open()) {
            var now = Instant.parse("2026-11-23T02:00:00Z");
            var person = bench.get(Residents.class).meet(new Sender("web", "wang"), now);
            var handoff = bench.get(Handoff.class);
            long id = handoff.ask(person, "我叫王五，电话13812345678，楼道灯坏了", now).id();
            played.says("{\"draft\":\"居民反映楼道灯坏了。\"}");
            var desk = bench.signIn(browser.desktop(), "dispatcher");
            desk.navigate(bench.at("/console/tickets"));
            desk.getByText("看对话").first().click();
            desk.getByText("让大模型起草").first().click();
            assertThat(desk.getByLabel("用哪些内容")).hasValue(Pattern.compile("楼道灯坏了"));
            desk.getByText("起草").last().click();
            assertThat(desk.getByLabel("大模型写的")).hasValue("【草稿，未发送，请核对】\n居民反映楼道灯坏了。");
            assertThat(played.asked()).hasSize(1);
            assertThat(played.asked().getFirst().toString())
                    .contains("楼道灯坏了")
                    .doesNotContain("13812345678", "王五");
            played.says(
                    "{\"draft\":\"明天停水。\",\"what\":\"停水\",\"when\":\"明天\",\"where\":\"\",\"whom\":\"\"}");
            desk.getByLabel("要什么").selectOption("NOTICE");
            desk.getByLabel("用哪些内容").fill("明天停水");
            desk.locator("main form button").click();
            assertThat(desk.getByText("通知里还没有写清")).hasText("通知里还没有写清：在哪里、找谁");
            handoff.end(person.sender(), now);
            desk.navigate(bench.at("/console/tickets/" + id));
            assertThat(desk.locator(".state")).containsText("已结束");
            assertThat(desk.getByText("让大模型起草")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Map<String, Object> settings(PlayedModel played) {
        return Map.of(
                "ximen.model.base-url",
                played.base().toString(),
                "ximen.model.api-key",
                PlayedModel.KEY,
                "ximen.model.name",
                "played",
                "ximen.model.timeout",
                "20s");
    }
}
