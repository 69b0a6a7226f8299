package org.ximen.admission;

/** Nobody could take the work within the time that is waited; it was not begun. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooBusy(String message) {
        super(message);
    }
}
