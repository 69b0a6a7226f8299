package org.ximen.cases;

/** What one can do with a case. */
public enum Verb {
    FILE("立案"),
    REFUSE("不予受理"),
    MERGE("并案"),
    DISPATCH("派遣"),
    ACCEPT("接单"),
    RETURN("退回"),
    EXTEND("延期"),
    SUSPEND("挂账"),
    RESUME("恢复办理"),
    ASSIST("请求协助"),
    HANDLE("处置完成"),
    VERIFY("核查通过"),
    REWORK("返工"),
    CLOSE("结案"),
    REOPEN("重办"),
    /** By the reporter. */
    CANCEL("撤销");

    private final String shown;

    Verb(String shown) {
        this.shown = shown;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }
}
