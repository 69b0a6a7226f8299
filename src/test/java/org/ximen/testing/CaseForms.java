package org.ximen.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The forms of the steps on a case's page of the console. */
public final class CaseForms {
    private CaseForms() {}

    /** The form of a step, opened. */
    public static Locator open(Page page, String step) {
        var summary =
                page.locator(
                        "summary",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^" + step + "$")));
        var form =
                page.locator("details.move")
                        .filter(new Locator.FilterOptions().setHas(summary))
                        .first();
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        return form;
    }

    /** Takes the step with what its form holds. */
    public static void press(Page page, String step) {
        open(page, step).locator("button").click();
    }
}
