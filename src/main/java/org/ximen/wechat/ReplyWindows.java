package org.ximen.wechat;

import java.time.Instant;
import org.ximen.db.Db;

/**
 * When WeChat lets us write to a person: for some time after the person's last word, and so many
 * messages. Allowances are not added up: a new word opens the window anew, and of two the one that
 * allows more holds (developers.weixin.qq.com says it so of 小程序, and nothing of 公众号; where it is
 * less, WeChat's 45015 and 45047 shut the window).
 */
final class ReplyWindows {
    private final ReplyWindowTable table;
    private final WechatSettings.Limits limits;

    ReplyWindows(Db db, WechatSettings.Limits limits) {
        this.table = new ReplyWindowTable(db);
        this.limits = limits;
    }

    /** What a person did. */
    enum Cause {
        /** Wrote, spoke, sent a picture or a place. */
        WORD,
        /** Tapped a menu or a menu message, followed the account, or scanned a code. */
        TAP
    }

    void open(String openid, Cause cause, Instant now) {
        switch (cause) {
            case WORD -> table.open(openid, now.plus(limits.window()), limits.messages(), now);
            case TAP -> table.open(openid, now.plus(limits.tapWindow()), limits.tapMessages(), now);
        }
    }

    /** Takes leave for one message; false where the window is over. */
    boolean take(String openid, Instant now) {
        return table.take(openid, now);
    }

    /** The message was not sent. */
    void giveBack(String openid) {
        table.giveBack(openid);
    }

    /** WeChat says that the window is over. */
    void shut(String openid) {
        table.shut(openid);
    }

    /** Whether a message may go now. */
    boolean isOpen(String openid, Instant now) {
        return table.isOpen(openid, now);
    }

    /** True once after each window: then the person may be reminded. */
    boolean remind(String openid, Instant now) {
        return table.remind(openid, now);
    }

    /** How many people can be written to now. */
    long open(Instant now) {
        return table.countOpen(now);
    }
}
