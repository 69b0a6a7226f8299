package org.ximen.cases;

/** A number of another house that is a case already. */
public final class AlreadyFiled extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String number;

    AlreadyFiled(CaseOrigin origin, String number) {
        super(
                "%s编号 %s 已经登记过，是案件 %s"
                        .formatted(origin.source().shown(), origin.outsideNumber(), number));
        this.number = number;
    }

    /** The case's number. */
    public String number() {
        return number;
    }
}
