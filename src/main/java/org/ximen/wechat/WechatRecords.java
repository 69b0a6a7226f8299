package org.ximen.wechat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.text.Language;

/** What is kept of people who came by WeChat, for the one list of personal data. */
public final class WechatRecords {
    private final ReplyWindowTable windows;
    private final PageTable pages;

    public WechatRecords(Db db) {
        this.windows = new ReplyWindowTable(db);
        this.pages = new PageTable(db);
    }

    /** The tables that hold something of people. */
    public static Set<String> tables() {
        return Set.of("wechat_chat", "wechat_page");
    }

    /** Erases what is older than an instant; returns how many rows. */
    public int trim(Instant before) {
        return windows.trim(before) + pages.trim(before);
    }

    /** What is kept of a person, in plain words. */
    public List<String> export(Sender person, Language language) {
        int opened = isWechat(person) ? pages.count(person.address()) : 0;
        return isWechat(person)
                ? List.of(
                        language.of(
                                "公众号：您最近说话的时间；网页打开过 " + opened + " 次",
                                "WeChat: when you last wrote; pages opened: " + opened))
                : List.of();
    }

    /** Erases a person; that one last message may be sent is kept until the next trim. */
    public void forget(Sender person) {
        if (isWechat(person)) {
            windows.forget(person.address());
            pages.delete(person.address());
        }
    }

    private static boolean isWechat(Sender person) {
        return person.channel().equals(WechatChannel.NAME);
    }
}
