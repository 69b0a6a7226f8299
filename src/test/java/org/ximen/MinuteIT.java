package org.ximen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Browser;
import org.ximen.testing.Chat;
import org.ximen.testing.Desk;
import org.ximen.testing.Running;

/** The whole minute in a real browser on the running jar: ask, report, be told. */
class MinuteIT {
    private static final List<String> VERBS =
            List.of("FILE", "DISPATCH", "HANDLE", "VERIFY", "CLOSE");

    // in digits or in characters, as the quoted article writes it
    private static final Pattern FINE = Pattern.compile("(20|二十)元以上(200|二百)元以下");

    private static Running running;
    private static Desk editor;
    private Browser browser;

    /** How the pictures of the page begin that a test takes. */
    private String width = "";

    @BeforeAll
    static void start(@TempDir Path home) {
        running = Running.start("minute", home, "--ximen.embedding=true", Running.WHOLE_SAMPLE);
        editor = running.desk("admin").hire("editor", "EDITOR");
    }

    @AfterAll
    static void stop() {
        running.close();
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
    void goesThroughTheMinuteOnAPhone() {
        width = "phone";
        var page = browser.phoneAt(31.2178, 121.4862).newPage();
        goThrough(page, () -> page.locator("#locate").click());
    }

    @Test
    void goesThroughTheMinuteOnADeskComputer() {
        width = "desktop";
        var page = browser.desktop().newPage();
        goThrough(
                page,
                () -> {
                    page.locator("#locate").click();
                    assertThat(page.locator("#hint")).containsText("文庙路 215 号门口");
                    say(page, "学前街8号门口");
                });
    }

    private void goThrough(Page page, Runnable place) {
        page.navigate(running.at("/").toString());
        shoot(page, "1-open");
        ask(page);
        var number = report(page, place);
        handle(page, number);
        hear(page);
        remember(page);
        assertThat(browser.complaints()).isEmpty();
    }

    private void ask(Page page) {
        page.locator("#start-ask").click();
        shoot(page, "2-examples");
        say(page, "遛狗不牵绳会罚多少钱");
        var answer = page.locator(".bot.answer").last();
        assertThat(answer).containsText(FINE);
        assertThat(answer).not().containsText("现行有效");
        shoot(page, "3-answer");
        var article = page.waitForPopup(() -> answer.getByText("看全文").first().click());
        assertThat(article.locator("h1")).containsText("养犬");
        assertThat(article.locator("body")).not().containsText("现行有效");
        assertThat(article.locator("article")).containsText(FINE);
        shoot(article, "4-article");
        article.close();
        vote(page);
    }

    private void vote(Page page) {
        choice(page, "没用").click();
        assertThat(page.locator(".bot.question").last()).containsText("哪里不对？");
        shoot(page, "4-why");
        choice(page, "没答全").click();
        assertThat(page.locator(".bot.help").last()).containsText("谢谢，记下了");
    }

    private String report(Page page, Runnable place) {
        page.locator("#start-report").click();
        assertThat(page.locator(".bot").last()).containsText("发生了什么");
        say(page, "垃圾堆了三天没人收");
        assertThat(page.locator(".bot").last()).containsText("在哪里？");
        shoot(page, "5-where");
        place.run();
        assertThat(page.locator(".bot").last()).containsText("我来登记");
        page.locator("#photo")
                .setInputFiles(new FilePayload("垃圾.jpg", "image/jpeg", Chat.picture()));
        assertThat(page.locator("#tray img")).hasCount(1);
        shoot(page, "6-tray");
        page.locator("#send").click();
        assertThat(page.locator(".bot").last()).containsText("照片：1 张");
        shoot(page, "7-sketch");
        choice(page, "提交").click();
        var number = page.locator(".bot.receipt .case .number");
        assertThat(number).hasText(Pattern.compile("XM-\\d{8}-\\d{4}"));
        shoot(page, "8-receipt");
        return number.innerText();
    }

    private void handle(Page page, String number) {
        var admin = running.desk("admin");
        VERBS.forEach(verb -> admin.move(number, verb, "已清运"));
        assertThat(page.locator(".bot.status").last()).containsText("已结案");
        shoot(page, "9-closed");
        var item = admin.get("/api/staff/cases/" + number);
        assertThat(item.path("photos")).hasSize(1);
        assertThat(item.path("stage").asString()).isEqualTo("CLOSED");
    }

    private void hear(Page page) {
        page.locator("#start-subscribe").click();
        assertThat(page.locator(".bot").last()).containsText("已订阅");
        assertThat(page.locator(".bot").last()).not().containsText("办理进度");
        shoot(page, "10-subscribed");
        var admin = running.desk("admin");
        long id = editor.write("净土街周六停水", "本周六9点到15点，净土街因水管抢修停水，请提前储水。");
        admin.post("/api/staff/notices/" + id + "/approve", Map.of());
        assertThat(page.locator(".bot.notice")).containsText("净土街周六停水");
        shoot(page, "11-notice");
        say(page, "净土街什么时候停水");
        assertThat(page.locator(".bot.answer").last()).containsText("9点到15点");
        shoot(page, "12-notice-answers");
        var link = page.locator(".bot.answer").last().getByText("看全文").first();
        var article = page.waitForPopup(link::click);
        assertThat(article.locator("h1")).containsText("净土街周六停水");
        article.close();
    }

    private void remember(Page page) {
        var before = page.locator("#log .entry").allInnerTexts();
        page.reload();
        assertThat(page.locator("#log .entry")).hasCount(before.size());
        assertThat(page.locator(".bot.notice")).containsText("净土街周六停水");
        assertThat(choice(page, "提交")).hasCount(0);
        assertThat(choice(page, "没有解决，找工作人员")).hasCount(1);
        shoot(page, "13-reloaded");
        page.locator("#stop-notices").click();
        assertThat(page.locator(".bot").last()).containsText("已退订全部通知");
    }

    @Test
    void isUsedByKeyboardAlone() {
        width = "keyboard";
        var page = browser.desktop().newPage();
        page.navigate(running.at("/").toString());
        tabTo(page, "text");
        page.keyboard().type("文庙路215号垃圾没人收好几天了");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bot").last()).containsText("我来登记");
        for (int i = 0; i < 20 && !focused(page).equals("提交"); i++) {
            page.keyboard().press("Tab");
        }
        shoot(page, "1-focus");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bot.receipt .case .number")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 20; i++) {
            if (page.evaluate("() => document.activeElement.id").equals(id)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by keyboard to " + id);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.textContent.trim()");
    }

    @Test
    void showsHostileWordsAsWordsAndComesBackAfterAKill() {
        width = "hostile";
        var page = browser.phone().newPage();
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        page.navigate(running.at("/").toString());
        var words = "<img src=x onerror=alert(1)><b>净土街21号垃圾没人收好几天了</b>";
        say(page, words);
        assertThat(page.locator(".bot").last()).containsText("我来登记");
        assertThat(page.locator("#log .bubble img, #log .bubble b")).hasCount(0);
        shoot(page, "1-words");
        running.kill();
        say(page, "退出前说的话");
        assertThat(page.locator(".entry.me .state").last()).containsText("重试");
        shoot(page, "2-away");
        running.again();
        assertThat(page.locator(".entry.me").last().locator(".state"))
                .hasCount(0, new HasCountOptions().setTimeout(60_000));
        shoot(page, "3-back");
    }

    /** An event that the browser never got, though the server thinks it was sent. */
    @Test
    void fetchesWhatItMissedEvenIfItNeverHeardAnything() {
        width = "missed";
        var page = browser.phone().newPage();
        page.navigate(running.at("/").toString());
        say(page, "方斜路12号路灯不亮");
        choice(page, "提交").click();
        var number = page.locator(".bot.receipt .case .number");
        var filed = number.innerText();
        var conversation = (String) page.evaluate("() => localStorage['ximen.conversation']");
        page.navigate("about:blank");
        // A stream of the same conversation that took it and is gone, as a sleeping phone's is.
        var admin = running.desk("admin");
        try (var ear = running.chat(conversation).listen()) {
            admin.move(filed, "FILE", "已办");
            ear.until(1);
        }
        page.navigate(running.at("/").toString());
        assertThat(page.locator(".bot.status")).hasCount(1);
    }

    private static Locator choice(Page page, String label) {
        var words = Pattern.compile("^" + label + "$");
        return page.locator(".choices button:enabled")
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    /** By keyboard: types and presses Enter. */
    private static void say(Page page, String words) {
        page.locator("#text").fill(words);
        page.locator("#text").press("Enter");
        assertThat(page.locator(".entry.me").last()).containsText(words);
    }

    private void shoot(Page page, String name) {
        Browser.screenshot(page, width + "-" + name);
    }
}
