package org.ximen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String WIDTH = "() => innerWidth";
    private static final String TOUCH = "() => navigator.maxTouchPoints > 0";

    @Test
    void showsAPageAsAPhoneAndAsADeskComputer() {
        try (var browser = Browser.open()) {
            assertThat(ask(browser.phone(), WIDTH)).isEqualTo(390);
            assertThat(ask(browser.phoneAt(31.2203, 121.4851), TOUCH)).isEqualTo(true);
            assertThat(ask(browser.desktop(), WIDTH)).isEqualTo(1440);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void hearsWhatAPageComplainsOfAndTakesItsPicture() {
        try (var browser = Browser.open()) {
            var page = browser.desktop().newPage();
            page.setContent("<p>老西门</p><script>console.error('坏了')</script>");
            assertThat(Browser.screenshot(page, "browser-test")).exists();
            assertThat(browser.complaints()).singleElement().asString().startsWith("坏了");
        }
    }

    private static Object ask(BrowserContext context, String expression) {
        var page = context.newPage();
        page.setContent("<meta name=viewport content='width=device-width'><p>老西门</p>");
        return page.evaluate(expression);
    }
}
