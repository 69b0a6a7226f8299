package org.ximen.cases;

import org.ximen.text.Language;

/** Where exactly a case stands; finer than its stage. */
public enum State {
    REPORTED(Stage.REPORTED, "已上报，待立案", "reported, not yet taken up", false),
    FILED(Stage.FILED, "已立案，待派遣", "taken up, not yet given to anybody", false),
    DISPATCHED(Stage.DISPATCHED, "已派遣，待接单", "given to who handles it", false),
    ACCEPTED(Stage.DISPATCHED, "处置中", "being handled", false),
    RETURNED(Stage.FILED, "已退回，待重新派遣", "returned, to be given to others", false),
    SUSPENDED(Stage.DISPATCHED, "挂账中", "put off for now", false),
    HANDLED(Stage.HANDLED, "已处置，待核查", "handled, to be checked", false),
    VERIFIED(Stage.VERIFIED, "已核查，待结案", "checked, to be closed", false),
    CLOSED(Stage.CLOSED, "已结案", "closed", true),
    REFUSED(Stage.CLOSED, "不予受理", "not accepted", true),
    MERGED(Stage.CLOSED, "已并入另一件", "joined to another case", true),
    CANCELLED(Stage.CLOSED, "已撤销", "withdrawn", true);

    private final Stage stage;
    private final String shown;
    private final String english;
    private final boolean over;

    State(Stage stage, String shown, String english, boolean over) {
        this.stage = stage;
        this.shown = shown;
        this.english = english;
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

    /** The same for who speaks this language. */
    public String shown(Language language) {
        return language.of(shown, english);
    }

    /** Whether nobody works on the case any more. */
    public boolean over() {
        return over;
    }

    /** Whether somebody was sent who works on it now. */
    public boolean underway() {
        return this == DISPATCHED || this == ACCEPTED;
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
