package org.ximen.sources;

/** What a check of a page came to. */
enum Result {
    NEW("新收"),
    CHANGED("更新"),
    BACK("恢复"),
    SAME("未变"),
    /** The site has it no more; in force until it was missing twice running. */
    MISSING("找不到"),
    EXPIRED("失效"),
    /** An editor took its article back. */
    RETIRED("已撤下"),
    REFUSED("没有收"),
    FAILED("打不开");

    private final String shown;

    Result(String shown) {
        this.shown = shown;
    }

    /** As the log says it. */
    String shown() {
        return shown;
    }

    /** The page was there and was read. */
    boolean isGood() {
        return this == NEW || this == CHANGED || this == BACK || this == SAME;
    }
}
