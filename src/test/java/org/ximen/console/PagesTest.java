package org.ximen.console;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** Every page in a real Chromium at two widths: looks, accessibility, no policy broken. */
class PagesTest {
    private static final String ARTICLE = "policies/illegal-construction";
    private static final String UNKNOWN = "XM-20200101-0001";

    private static final Path PROJECTS =
            Path.of("src/test/resources/org/ximen/programme/programme.yaml");

    @TempDir static Path home;

    @Test
    void everyPageIsUsableByEverybodyAtBothWidths() throws IOException {
        var settings = Map.<String, Object>of("ximen.district", withProjects().toString());
        try (var bench = Workbench.open(home, settings, InstantSource.system());
                var browser = Browser.open()) {
            var days = new Days(bench, Instant.now());
            var number = days.fill();
            days.comeBack();
            days.talkOver();
            days.visit();
            var softly = new SoftAssertions();
            walk(bench, browser.desktop(), "desk", number, softly);
            walk(bench, browser.phone(), "phone", number, softly);
            softly.assertThat(browser.complaints())
                    .filteredOn(complaint -> !complaint.contains(UNKNOWN))
                    .isEmpty();
            softly.assertAll();
        }
    }

    /** The sample of the street, with projects, of which it names none. */
    private static Path withProjects() throws IOException {
        var config = Files.createDirectories(home.resolve("config"));
        try (var files = Files.newDirectoryStream(Path.of("config"), "*.yaml")) {
            for (var file : files) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
        Files.copy(PROJECTS, config.resolve("programme.yaml"), REPLACE_EXISTING);
        return config.resolve("district.yaml");
    }

    private static Map<String, String> pages(String number) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("today", "/console");
        pages.put("cases", "/console/cases");
        pages.put("cases-mine", "/console/cases?mine=yes");
        pages.put("case-new", "/console/cases/new");
        pages.put("import-hotline", "/console/cases/import");
        pages.put("none", "/console/cases?words=nothing");
        pages.put("case", "/console/cases/" + number);
        pages.put("password", "/console/password");
        pages.put("chat", "/console/chat");
        pages.put("notices", "/console/notices");
        pages.put("notice-new", "/console/notices/new");
        pages.put("notice", "/console/notices/1");
        pages.put("articles", "/console/articles");
        pages.put("article", "/console/articles/read/" + ARTICLE);
        pages.put("article-edit", "/console/articles/edit");
        pages.put("imports", "/console/articles/imports");
        pages.put("tickets", "/console/tickets");
        pages.put("ticket", "/console/tickets/1");
        pages.put("opinions", "/console/opinions");
        pages.put("opinion", "/console/opinions/1");
        pages.put("opinions-month", "/console/opinions/month");
        pages.put("praise", "/console/opinions/2");
        pages.put("topics", "/console/topics");
        pages.put("topic-sign", "/console/topics/1");
        pages.put("topics-open", "/console/topics?state=OPEN");
        pages.put("topic", "/console/topics/2");
        pages.put("activities", "/console/activities");
        pages.put("activity-new", "/console/activities/new");
        pages.put("activity", "/console/activities/1");
        pages.put("projects", "/console/projects");
        pages.put("project", "/console/projects/wenmiao-road");
        pages.put("visits", "/console/visits");
        pages.put("visits-all", "/console/visits?all&words=none");
        pages.put("visit-new", "/console/visits/new");
        pages.put("visit", "/console/visits/1");
        pages.put("visit-roll", "/console/visits/roll");
        pages.put("merchants", "/console/merchants");
        pages.put("joint-visits", "/console/joint-visits");
        pages.put("joint-visit-new", "/console/joint-visits/new");
        pages.put("deliberations", "/console/deliberations");
        pages.put("deliberation-new", "/console/deliberations/new");
        pages.put("deliberation", "/console/deliberations/1");
        pages.put("deliberation-vote", "/console/deliberations/2");
        pages.put("accounts", "/console/accounts");
        pages.put("account-new", "/console/new-account");
        pages.put("account", "/console/accounts/handler");
        pages.put("audit", "/console/audit");
        pages.put("map", "/console/map");
        pages.put("figures", "/console/figures");
        pages.put("figures-month", "/console/figures/month");
        pages.put("refused", "/console/cases/" + UNKNOWN);
        return pages;
    }

    private static void walk(
            Workbench bench,
            BrowserContext context,
            String width,
            String number,
            SoftAssertions softly) {
        var stranger = context.newPage();
        stranger.navigate(bench.at("/console"));
        look(stranger, width + "-login", softly);
        stranger.close();
        var page = bench.signIn(context, "admin");
        pages(number)
                .forEach((name, path) -> {
                    page.navigate(bench.at(path));
                    look(page, width + "-" + name, softly);
                });
        page.navigate(bench.at("/console/chat"));
        page.getByText("取绑定链接").click();
        look(page, width + "-chat-code", softly);
        page.navigate(bench.at("/console/articles/imports"));
        bring(page);
        look(page, width + "-import-draft", softly);
        page.navigate(bench.at("/console/projects/wenmiao-road"));
        progress(page);
        look(page, width + "-project-changed", softly);
    }

    private static void progress(Page page) {
        page.getByLabel("里程碑").selectOption("进场");
        page.getByLabel("改回“还没有完成”").check();
        page.getByLabel("给居民看的一句话").fill("还没有进场。");
        page.getByText("交给另一位核准").click();
        page.getByText("等另一位核准").first().waitFor();
    }

    private static void bring(Page page) {
        var text = "小店补贴办法\n发布日期：2026年3月1日\n第一条 每年三千元。\n第二条 本办法自2026年4月1日起施行。";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        page.getByLabel("上传一个文件").setInputFiles(new FilePayload("小店补贴办法.txt", "text/plain", bytes));
        page.getByText("读这个文件").click();
        page.locator("textarea").waitFor();
    }
}
