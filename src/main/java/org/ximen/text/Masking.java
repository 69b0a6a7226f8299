package org.ximen.text;

import java.util.regex.Pattern;

/** Hides phone numbers, ID numbers, addresses of mail, number plates and names in free text. */
public final class Masking {
    // ID number: 18 characters (GB 11643); mobile: 11 digits from 13 to 19, with or without gaps.
    private static final Pattern ID = Pattern.compile("(?<!\\d)(\\d{4})\\d{10,13}[\\dXx](?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?(1[3-9]\\d)[ -]?\\d{4}[ -]?\\d{4}(?!\\d)");
    private static final Pattern LANDLINE =
            Pattern.compile("(?<!\\d)(0\\d{2,3})[ -]?\\d{7,8}(?!\\d)");
    private static final Pattern LOCAL_PHONE = Pattern.compile("(?<!\\d)([2-9])\\d{7}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern PLATE =
            Pattern.compile("([\\u4e00-\\u9fa5][A-Z])[· ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])");

    private static final Pattern ENGLISH_DOOR =
            Pattern.compile(
                    "(?i)\\b\\d+(?:-\\d+)?(?=,? (?:[a-z']+ ){1,3}(?:road|rd|street|st|lane|alley|avenue)\\b)"
                            + "|(?<=\\b(?:room|flat|apartment|apt|building|lane) )\\d+");
    private static final Pattern ENGLISH_NAME =
            Pattern.compile("(?i:\\b(my name is|call me)) [A-Z][a-z]+(?: [A-Z][a-z]+)?");

    private Masking() {}

    /** The text with personal numbers replaced by stars; everything else stays as it is. */
    public static String mask(String text) {
        var masked = MAIL.matcher(text).replaceAll("***@***");
        masked = ID.matcher(masked).replaceAll("$1**************");
        masked = MOBILE.matcher(masked).replaceAll("$1********");
        masked = LANDLINE.matcher(masked).replaceAll("$1-********");
        masked = PLATE.matcher(masked).replaceAll("$1·*****");
        return LOCAL_PHONE.matcher(masked).replaceAll("$1*******");
    }

    /** The same without names that somebody gives as their own, and without numbers of doors. */
    public static String anonymous(String text) {
        var nameless = NameGrammar.PERHAPS_NAME.matcher(mask(text)).replaceAll("$1**");
        nameless = ENGLISH_NAME.matcher(nameless).replaceAll("$1 **");
        return ENGLISH_DOOR
                .matcher(NameGrammar.DOOR.matcher(nameless).replaceAll("*"))
                .replaceAll("*");
    }
}
