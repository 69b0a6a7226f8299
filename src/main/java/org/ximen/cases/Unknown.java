package org.ximen.cases;

/** There is no case of this number. */
public final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
        super("没有找到这个编号，请核对后再试，编号形如 XM-20261122-0001");
    }
}
