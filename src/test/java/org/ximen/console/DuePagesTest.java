package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.console.PageLook.look;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.chat.Sender;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Result;
import org.ximen.knowledge.Library;
import org.ximen.residents.Residents;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** An editor checks what is asked most, and asks as residents do. */
class DuePagesTest {
    private static final String TEXT =
            """
            ---
            kind: guide
            title: 云杉证怎么办
            source: 《云杉市云杉证条例》
            questions:
              - 云杉证几天能办好
              - 月球上几点吃饭
            ---

            ## 云杉证几天能办好？

            云杉证三天办好，当场取证，不收钱。
            """;

    @TempDir static Path home;

    @Test
    void anEditorChecksAnArticleAndAsksItsQuestions() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            fill(bench);
            var phone = bench.signIn(browser.phone(), "admin");
            phone.navigate(bench.at("/console/articles/due"));
            look(phone, "phone-due");

            var desk = bench.signIn(browser.desktop(), "admin");
            desk.navigate(bench.at("/console/articles/due"));
            var first = desk.locator("tbody tr").first();
            assertThat(first).containsText("云杉证怎么办");
            assertThat(first).containsText("还没有人核对过");
            assertThat(first).containsText("2 次");
            look(desk, "desk-due");
            first.locator("button").click();
            assertThat(desk.locator("table")).not().containsText("云杉证怎么办");
            desk.navigate(bench.at("/console/articles/read/guides/yunshan"));
            assertThat(desk.locator(".tag").first()).containsText("核对");
            assertThat(desk.locator("dl.facts")).containsText("云杉市云杉证条例");
            look(desk, "desk-article-checked");

            desk.locator("a", new Page.LocatorOptions().setHasText("试着问一句")).click();
            assertThat(desk.locator("main")).containsText("2 句问法，现在有 1 句引用到它");
            desk.getByLabel("像居民那样问一句，看会不会引用这篇").fill("云杉证几天能办好？");
            desk.locator("form.card button").click();
            assertThat(desk.locator("form.card [role=status]")).containsText("引用了这篇");
            look(desk, "desk-questions");
            phone.navigate(bench.at("/console/articles/questions/guides/yunshan"));
            look(phone, "phone-questions");
            phone.navigate(bench.at("/console/articles/read/guides/yunshan"));
            look(phone, "phone-article-checked");
            desk.navigate(bench.at("/console/audit"));
            assertThat(desk.locator("main")).containsText("guides/yunshan");
            desk.navigate(bench.at("/articles/guides/yunshan"));
            assertThat(desk.locator(".validity")).containsText("核对");
            PageLook.picture(desk, "desk-page-checked");
            desk.navigate(bench.at("/"));
            desk.locator("#text").fill("云杉证几天能办好");
            desk.locator("#text").press("Enter");
            var answer = desk.locator(".bot.answer").last();
            assertThat(answer.locator(".validity")).containsText("核对");
            PageLook.picture(desk, "desk-chat-checked");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void fill(Workbench bench) {
        var library = bench.get(Library.class);
        library.publishWritten("guides/yunshan", TEXT, Instant.now());
        library.refresh(Instant.now());
        for (var who : new String[] {"wang", "li"}) {
            var person = bench.get(Residents.class).meet(new Sender("web", who), Instant.now());
            var gaps = bench.get(Gaps.class);
            gaps.note(person, "web", "云杉证几天能办好", Result.ANSWERED, 90, Instant.now())
                    .ifPresent(id -> gaps.cite(id, "guides/yunshan"));
        }
    }
}
