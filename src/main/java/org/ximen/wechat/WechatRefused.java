package org.ximen.wechat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** WeChat says no, by a number. */
final class WechatRefused extends Exception {
    private static final long serialVersionUID = 1;

    private static final int BUSY = -1;

    /** In place of a number: something before WeChat answered. */
    static final int GATEWAY = 500;

    /** In place of a number: there is no picture to be sent. */
    static final int NO_PICTURE = 1;

    private final int code;

    /**
     * @param said WeChat's own words
     */
    WechatRefused(int code, @Nullable String said) {
        super(code + " " + Objects.requireNonNullElse(said, ""));
        this.code = code;
    }

    /** What it means for us; the numbers are those of 全局返回码. */
    enum Meaning {
        /** The person does not follow the account, or wants nothing from it. */
        GONE,
        /** Too long after the person's last word, or too many messages since. */
        WINDOW_OVER,
        /** The access token is not valid any more. */
        TOKEN,
        /** The account itself, its secret, its list of addresses or its rights are wrong. */
        ACCOUNT,
        /** The calls of this day are used up. */
        QUOTA,
        /** Too many calls in this minute. */
        FLOOD,
        /** WeChat does not have the picture that is named, or not any more. */
        MEDIA,
        /** WeChat has a bad moment. */
        PASSING,
        /** It will never be taken. */
        FINAL
    }

    /** Whether the same call will never be taken. */
    boolean isForGood() {
        return meaning() == Meaning.FINAL || meaning() == Meaning.MEDIA;
    }

    Meaning meaning() {
        return switch (code) {
            case BUSY, GATEWAY -> Meaning.PASSING;
            case 40_001, 40_014, 41_001, 42_001 -> Meaning.TOKEN;
            case 40_003, 43_004, 43_005, 43_019, 48_002, 50_005 -> Meaning.GONE;
            case 45_015, 45_047, 43_101 -> Meaning.WINDOW_OVER;
            case 45_009 -> Meaning.QUOTA;
            case 45_011 -> Meaning.FLOOD;
            case 40_007 -> Meaning.MEDIA;
            case 40_002, 40_013, 40_125, 40_164, 48_001, 48_004, 50_002 -> Meaning.ACCOUNT;
            default -> Meaning.FINAL;
        };
    }
}
