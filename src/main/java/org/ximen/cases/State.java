package org.ximen.cases;

/** Where exactly a case stands; finer than its stage. */
public enum State {
    REPORTED(Stage.REPORTED, "已上报，待立案", false),
    FILED(Stage.FILED, "已立案，待派遣", false),
    DISPATCHED(Stage.DISPATCHED, "已派遣，待接单", false),
    ACCEPTED(Stage.DISPATCHED, "处置中", false),
    RETURNED(Stage.FILED, "已退回，待重新派遣", false),
    SUSPENDED(Stage.DISPATCHED, "挂账中", false),
    HANDLED(Stage.HANDLED, "已处置，待核查", false),
    VERIFIED(Stage.VERIFIED, "已核查，待结案", false),
    CLOSED(Stage.CLOSED, "已结案", true),
    REFUSED(Stage.CLOSED, "不予受理", true),
    MERGED(Stage.CLOSED, "已并入另一件", true),
    CANCELLED(Stage.CLOSED, "已撤销", true);

    private final Stage stage;
    private final String shown;
    private final boolean over;

    State(Stage stage, String shown, boolean over) {
        this.stage = stage;
        this.shown = shown;
        this.over = over;
    }

    /** The public stage it belongs to. */
    public Stage stage() {
        return stage;
    }

    /** The words people read. */
    public String shown() {
        return shown;
    }

    /** Whether nobody works on the case any more. */
    public boolean over() {
        return over;
    }

    /** Whether nobody was sent yet, so that the reporter may put it right. */
    public boolean correctable() {
        return this == REPORTED || this == FILED || this == RETURNED;
    }

    /** Whether the clock of handling runs. */
    public boolean ticking() {
        return !over && this != SUSPENDED && this != HANDLED && this != VERIFIED;
    }
}
