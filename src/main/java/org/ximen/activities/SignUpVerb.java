package org.ximen.activities;

import static org.ximen.activities.SignUpState.CANCELLED;
import static org.ximen.activities.SignUpState.CONFIRMED;
import static org.ximen.activities.SignUpState.OFFERED;
import static org.ximen.activities.SignUpState.WAITING;

import java.util.Set;

/**
 * What happens to a sign-up: the one table that guards and updates read. A new one begins as
 * confirmed where seats are left, else as waiting; who cancelled begins anew, behind all others.
 *
 * <pre>
 * verb     from                         to
 * OFFER    WAITING                      OFFERED    a seat became free
 * ACCEPT   OFFERED                      CONFIRMED
 * GIVE     WAITING OFFERED              CONFIRMED  there is room for all
 * CANCEL   CONFIRMED OFFERED WAITING    CANCELLED  by whoever signed up
 * LAPSE    OFFERED                      CANCELLED  no answer in time
 * </pre>
 */
enum SignUpVerb {
    OFFER(OFFERED, Set.of(WAITING)),
    ACCEPT(CONFIRMED, Set.of(OFFERED)),
    GIVE(CONFIRMED, Set.of(WAITING, OFFERED)),
    CANCEL(CANCELLED, Set.of(CONFIRMED, OFFERED, WAITING)),
    LAPSE(CANCELLED, Set.of(OFFERED));

    private final SignUpState to;
    private final Set<SignUpState> from;

    SignUpVerb(SignUpState to, Set<SignUpState> from) {
        this.to = to;
        this.from = from;
    }

    SignUpState to() {
        return to;
    }

    Set<SignUpState> from() {
        return from;
    }

    boolean fits(SignUpState state) {
        return from.contains(state);
    }
}
