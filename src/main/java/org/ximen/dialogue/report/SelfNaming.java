package org.ximen.dialogue.report;

import static org.ximen.text.NameGrammar.OWN_NAME;
import static org.ximen.text.NameGrammar.OWN_NUMBER;

import java.util.regex.Pattern;

/** Words by which a report names who wrote it, which anonymity cannot hide. */
final class SelfNaming {
    private static final Pattern UNNAMED = Pattern.compile("匿名|(?i:\\banonymous)");

    private SelfNaming() {}

    static boolean isIn(String words) {
        return OWN_NAME.matcher(words).find() || OWN_NUMBER.matcher(words).find();
    }

    static String without(String words) {
        return OWN_NUMBER.matcher(OWN_NAME.matcher(words).replaceAll("")).replaceAll("").strip();
    }

    /** Whether the words themselves ask for anonymity. */
    static boolean wantsNoName(String words) {
        return UNNAMED.matcher(words).find();
    }
}
