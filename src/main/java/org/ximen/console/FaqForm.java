package org.ximen.console;

import org.jspecify.annotations.Nullable;
import org.ximen.gaps.Faq;

/** An FAQ as an editor typed it. */
record FaqForm(
        @Nullable String question,
        @Nullable String answer,
        @Nullable String source,
        @Nullable String effective,
        @Nullable String expires,
        @Nullable String tell) {
    static final FaqForm EMPTY = new FaqForm(null, null, null, null, null, null);

    /** A form that is still to be filled in. */
    static FaqForm about(String question) {
        return new FaqForm(question, null, null, null, null, "yes");
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
