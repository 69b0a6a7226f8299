package org.ximen.staff;

/** What an account is for. One account has one role. */
public enum Role {
    DISPATCHER("派遣员"),
    HANDLER("处置员"),
    VERIFIER("核查员"),
    /** Sees and steers the cases of a grid (街长、综合网格长); handles and closes none. */
    LEADER("网格长"),
    EDITOR("编辑"),
    APPROVER("审核员"),
    ADMIN("管理员");

    private final String shown;

    Role(String shown) {
        this.shown = shown;
    }

    /** The word staff read. */
    public String shown() {
        return shown;
    }
}
