package org.ximen.cases;

import java.util.regex.Pattern;
import org.ximen.text.Plain;

/** Words that occur in a text or not; {@code *} stands for up to six characters. */
sealed interface Phrase {
    /** Whether it occurs in this comparable text. */
    boolean in(String comparable);

    /** Just these characters. */
    record Exact(String words) implements Phrase {
        @Override
        public boolean in(String comparable) {
            return comparable.contains(words);
        }
    }

    /** With gaps. */
    record Gapped(Pattern pattern) implements Phrase {
        @Override
        public boolean in(String comparable) {
            return pattern.matcher(comparable).find();
        }
    }

    static Phrase of(String written) {
        var words = Plain.comparable(written);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("词组不应为空");
        }
        if (!words.contains("*")) {
            return new Exact(words);
        }
        return new Gapped(
                Pattern.compile(
                        "\\Q" + words.replace("*", "\\E.{0,6}\\Q") + "\\E", Pattern.DOTALL));
    }
}
