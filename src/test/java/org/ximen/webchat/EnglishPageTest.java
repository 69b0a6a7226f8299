package org.ximen.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** The residents' page for somebody who reads English, in a real browser. */
class EnglishPageTest {
    @TempDir Path home;

    @Test
    void speaksEnglishUntilAskedForChinese() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            var page = browser.englishPhone().newPage();
            page.navigate(bench.at("/"));
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page).hasTitle("Ximen Assistant · Laoximen Subdistrict");
            assertThat(page.locator(".hello")).hasText("Hello, I am the Ximen Assistant.");
            assertThat(page.locator("#text")).hasAttribute("placeholder", "Type here");

            page.locator("#text").fill("do i have to register my dog");
            page.locator("#send").click();
            var answer = page.locator(".entry.bot").last();
            assertThat(answer).containsText("Every dog has to be registered");
            assertThat(answer.locator(".citations")).containsText("checked 2026-11");
            var whole = answer.locator(".citations a").first();
            assertThat(whole).hasText("Read it all");
            Browser.screenshot(page, "english-phone-answer");

            var article = page.context().newPage();
            article.navigate(bench.at(whole.getAttribute("href")));
            assertThat(article.locator("html")).hasAttribute("lang", "en");
            assertThat(article.locator("dl.facts")).containsText("Checked");
            assertThat(article.locator("header a").first()).hasText("← Back to the chat");
            Browser.screenshot(article, "english-phone-article");

            page.locator("#language").click();
            assertThat(page.locator(".hello")).hasText("您好，我是西门小助。");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            page.reload();
            assertThat(page.locator(".hello")).hasText("您好，我是西门小助。");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aChineseBrowserSeesChineseUntilEnglishIsChosen() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            var page = browser.phone().newPage();
            page.navigate(bench.at("/"));
            assertThat(page.locator(".hello")).hasText("您好，我是西门小助。");
            page.locator("#text").fill("/language en");
            page.locator("#send").click();
            assertThat(page.locator(".hello")).hasText("Hello, I am the Ximen Assistant.");
            assertThat(page.locator("#start-report b")).hasText("Report");
        }
    }
}
