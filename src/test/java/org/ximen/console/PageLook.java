package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * A page as everybody meets it: those who see, hear or move otherwise, and whoever has a narrow
 * screen. With {@code -Dximen.screenshots=true} its picture is kept.
 */
final class PageLook {
    private static final boolean PICTURES = Boolean.getBoolean("ximen.screenshots");
    private static final Path FOLDER = Path.of("target", "screenshots", "console");
    private static final String SIDEWAYS =
            "() => document.documentElement.scrollWidth > innerWidth";

    private PageLook() {}

    /** Fails if something is wrong with it. */
    static void look(Page page, String name) {
        assertThat(findings(page, name)).as(name).isEmpty();
    }

    /** Fails later if something is wrong with it. */
    static void look(Page page, String name, SoftAssertions softly) {
        softly.assertThat(findings(page, name)).as(name).isEmpty();
    }

    private static List<String> findings(Page page, String name) {
        picture(page, name);
        var findings = new ArrayList<>(Axe.findings(page));
        if (page.evaluate(SIDEWAYS).equals(true)) {
            findings.add("scrolls sideways");
        }
        return findings;
    }

    /** Keeps its picture if pictures are wanted, under a name without an ending. */
    static void picture(Page page, String name) {
        if (PICTURES) {
            var file = FOLDER.resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        }
    }
}
