package org.ximen.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.gaps.Faq;
import org.ximen.knowledge.Article;

/** An FAQ as an editor typed it. */
record FaqForm(
        @Nullable String question,
        @Nullable String answer,
        @Nullable String source,
        @Nullable String effective,
        @Nullable String expires,
        @Nullable String tell) {
    /** A form that is still to be filled in. */
    static FaqForm about(String question) {
        return new FaqForm(question, null, null, null, null, "yes");
    }

    /** A form with words of staff, to be checked. */
    static FaqForm proposing(String question, String answer) {
        return new FaqForm(question, answer, null, null, null, "yes");
    }

    /**
     * What is published, to be changed; who asked before has been told.
     *
     * @param tell whether somebody asked since
     */
    static FaqForm of(Article faq, boolean tell) {
        return new FaqForm(
                faq.title(),
                faq.text(),
                faq.source(),
                typed(faq.effective()),
                typed(faq.expires()),
                tell ? "yes" : null);
    }

    private static @Nullable String typed(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    boolean telling() {
        return tell != null;
    }

    /** What was typed, checked. */
    Faq faq() {
        return new Faq(
                question == null ? "" : question,
                answer == null ? "" : answer,
                Shown.filled(source),
                Shown.day(effective),
                Shown.day(expires));
    }
}
