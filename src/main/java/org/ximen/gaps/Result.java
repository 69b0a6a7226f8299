package org.ximen.gaps;

/** What came of a question. */
public enum Result {
    ANSWERED("有回答"),
    /** 您是想问…？ and none of the choices was taken, or not yet. */
    UNSURE("没选中建议的问题"),
    /** One of the choices was taken. */
    PICKED("选了建议的问题"),
    REFUSED("资料里没有");

    private final String shown;

    Result(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
