package org.ximen.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ximen.testing.CaseForms.open;
import static org.ximen.testing.CaseForms.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.staff.Role;
import org.ximen.testing.Browser;
import org.ximen.testing.Workbench;

/** A case is put right on its page, at a desk and on a phone, in a real Chromium. */
class CorrectionPagesTest {
    private static final String WIDER =
            """
            () => [...document.querySelectorAll('main *')]
                .filter(e => e.getClientRects().length > 0 && !e.closest('thead'))
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 80))
            """;

    @TempDir Path home;

    @Test
    void whatWasGuessedIsPutRightAndRequestsAreAnswered() {
        try (var bench = Workbench.open(home);
                var browser = Browser.open()) {
            var now = Instant.now();
            bench.hire("street-lead", Role.HANDLER, "城运中心", List.of());
            bench.hire("street-help", Role.HANDLER, "绿化市容所", List.of());
            bench.report("曹家街2弄垃圾没人收", "曹家街2弄", "E0110", now.minusSeconds(600));
            var number = bench.report("曹家街2弄垃圾没人收", "曹家街2弄", "E0110", now);
            var desk = bench.signIn(browser.desktop(), "dispatcher");
            desk.navigate(bench.at("/console/cases/" + number));
            assertThat(desk.locator(".similar li")).hasCount(1);
            open(desk, "改类").locator("select[name=category]").selectOption("C0137");
            press(desk, "改类");
            assertThat(desk.locator("dl.facts")).containsText("路灯");
            var place = open(desk, "改地点");
            place.locator("input[name=place]").fill("豫园");
            place.locator("input[name=location]").fill("39.9,116.4");
            press(desk, "改地点");
            assertThat(desk.locator("[role=alert]")).containsText("不在本街道");
            assertThat(open(desk, "改地点").locator("input[name=place]")).hasValue("豫园");
            open(desk, "改地点").locator("input[name=location]").fill("");
            open(desk, "改地点").locator("input[name=place]").fill("大林路100号");
            press(desk, "改地点");
            assertThat(desk.locator("dl.facts")).containsText("大林路100号");
            open(desk, "内部备注").locator("textarea").fill("业主不在家，明天再去");
            press(desk, "内部备注");
            assertThat(desk.locator(".history li").first()).containsText("内部");
            press(desk, "先行联系");
            press(desk, "立案");
            var clocks = desk.locator("table", new Page.LocatorOptions().setHasText("先行联系"));
            assertThat(clocks).containsText("按时完成");
            assertThat(clocks).containsText("进行中");
            open(desk, "派遣").locator("select[name=department]").selectOption("cyzx");
            press(desk, "派遣");
            PageLook.look(desk, "desk-case-corrections");

            var lead = bench.signIn(browser.phone(), "street-lead");
            lead.navigate(bench.at("/console/cases/" + number));
            open(lead, "延期").locator("textarea").fill("等配件");
            press(lead, "延期");
            assertThat(lead.locator("dl.facts")).containsText("申请延期：等配件");
            open(lead, "请求协助").getByText("绿化市容所").click();
            press(lead, "请求协助");
            assertThat(lead.locator("dl.facts")).containsText("等它答复");
            press(lead, "处置完成");
            assertThat(lead.locator("[role=alert]")).containsText("绿化市容所还没有办完");
            PageLook.look(lead, "phone-case-corrections");

            var help = bench.signIn(browser.phone(), "street-help");
            help.navigate(bench.at("/console/cases"));
            help.getByText(number).first().click();
            press(help, "处置完成");
            assertThat(help.locator("dl.facts")).containsText("已办好");

            desk.navigate(bench.at("/console"));
            desk.getByText("待批延期").click();
            desk.getByText(number).first().click();
            press(desk, "同意延期");
            assertThat(desk.locator("dl.facts")).not().containsText("待批");
            printed(desk, number);
            assertThat(browser.complaints())
                    .filteredOn(complaint -> !complaint.contains("409"))
                    .filteredOn(complaint -> !complaint.contains("400"))
                    .isEmpty();
        }
    }

    /** On A4 everything of the case is there, nothing is cut, and no number of anybody. */
    private static void printed(Page desk, String number) {
        open(desk, "内部备注").locator("textarea").fill("业主电话 13912345678，明天再去");
        press(desk, "内部备注");
        assertThat(desk.locator(".history li").first()).containsText("13912345678");
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        desk.setViewportSize(680, 1000);
        assertThat(desk.evaluate(WIDER)).as("cut").isEqualTo(List.of());
        PageLook.look(desk, "paper-case");
        var paper = text(desk.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        assertThat(paper)
                .contains(number, "大林路100号", "各阶段时限", "先行联系", "139********", "等配件")
                .doesNotContain("13912345678")
                .doesNotContain("可以办的");
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
