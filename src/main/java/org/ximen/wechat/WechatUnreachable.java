package org.ximen.wechat;

import org.jspecify.annotations.Nullable;

/** No answer that can be understood came from WeChat. */
final class WechatUnreachable extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean sent;

    WechatUnreachable(String why, boolean sent, @Nullable Throwable cause) {
        super(why, cause);
        this.sent = sent;
    }

    /** Whether WeChat may have taken the request. */
    boolean mayHaveArrived() {
        return sent;
    }
}
