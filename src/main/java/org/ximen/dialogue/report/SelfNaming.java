package org.ximen.dialogue.report;

import java.util.regex.Pattern;

/** Words by which a report names who wrote it, which anonymity cannot hide. */
final class SelfNaming {
    // A person says who they are before a name of two or three characters, which then ends.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:我叫|我姓|本人姓名|名字是)\\p{IsHan}{1,4}?(?=[,，。；;、！!\\s]|身份证|电话|手机|住|$)[,，、]?"
                            + "|(?i:\\bmy name is)(?: \\p{Lu}[\\p{L}'-]+){1,3}[,.]?");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:身份证|电话|手机)?号?码?是?[:：]?(?<!\\d)(?:1\\d{10}|\\d{17}[\\dXx])(?!\\d)[,，、]?");
    private static final Pattern UNNAMED = Pattern.compile("匿名|(?i:\\banonymous)");

    private SelfNaming() {}

    static boolean isIn(String words) {
        return NAMED.matcher(words).find() || NUMBER.matcher(words).find();
    }

    static String without(String words) {
        return NUMBER.matcher(NAMED.matcher(words).replaceAll("")).replaceAll("").strip();
    }

    /** Whether the words themselves ask for anonymity. */
    static boolean wantsNoName(String words) {
        return UNNAMED.matcher(words).find();
    }
}
