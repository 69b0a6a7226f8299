package org.ximen.notices;

import org.ximen.chat.Choice;

/** What can be pressed under a notice, where its writer ticked it. */
public enum NoticeButton {
    SEEN("知道了", "notice-seen"),
    SIGN_UP("报名", "notice-sign"),
    ASK("有问题", "notice-ask");

    private final String shown;
    private final String value;

    NoticeButton(String shown, String value) {
        this.shown = shown;
        this.value = value;
    }

    /** What people read on it. */
    public String shown() {
        return shown;
    }

    /** The button under this notice. */
    Choice under(Notice notice) {
        return new Choice(shown, value + ":" + notice.id());
    }
}
