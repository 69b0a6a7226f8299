package org.ximen.activities;

import java.util.Set;

/** Where a sign-up (报名) stands. */
public enum SignUpState {
    CONFIRMED("已报上"),
    /** A seat became free and is kept for whoever waited, for some hours. */
    OFFERED("等确认"),
    WAITING("候补"),
    CANCELLED("已取消");

    /** Those that hold seats. */
    static final Set<SignUpState> SEATED = Set.of(CONFIRMED, OFFERED);

    private final String shown;

    SignUpState(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
