package org.ximen.staffapi;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many attempts to log in came from one network, or from everywhere at once. */
final class TooManyAttempts extends LockedException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    /**
     * @param wait before the next attempt
     */
    TooManyAttempts(Duration wait) {
        super("登录的次数太多，请约 " + wait.toSeconds() + " 秒后再试。");
        this.wait = wait;
    }

    Duration waiting() {
        return wait;
    }
}
