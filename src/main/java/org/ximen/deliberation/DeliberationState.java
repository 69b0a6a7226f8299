package org.ximen.deliberation;

import org.ximen.text.Language;

/** Where a deliberation stands. */
public enum DeliberationState {
    PROPOSED("议题", "proposed"),
    COMMENTS("征询意见", "open for comments"),
    MEETING("开会商量", "meeting"),
    VOTING("表决", "vote"),
    PUBLISHED("公示结果", "result published"),
    FOLLOW_UP("落实", "being carried out"),
    DONE("办结", "done"),
    DROPPED("不再商量", "dropped");

    private final String shown;
    private final String english;

    DeliberationState(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }

    /** The words people read. */
    public String shown(Language language) {
        return language.of(shown, english);
    }

    /** Whether residents may read of it. */
    public boolean open() {
        return this != PROPOSED && this != DROPPED;
    }

    /** The order in which residents read them: what they can take part in comes first. */
    int rank() {
        return switch (this) {
            case VOTING -> 0;
            case COMMENTS -> 1;
            case MEETING -> 2;
            default -> ordinal();
        };
    }

    /** Whether the sums of the vote may be read. */
    public boolean counted() {
        return this == PUBLISHED || this == FOLLOW_UP || this == DONE;
    }
}
