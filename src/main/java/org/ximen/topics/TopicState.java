package org.ximen.topics;

/** Where a topic stands. */
public enum TopicState {
    CANDIDATE("苗头"),
    OPEN("治理中"),
    ENDED("已结束"),
    DISMISSED("不是一类事"),
    MERGED("已合并");

    private final String shown;

    TopicState(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
