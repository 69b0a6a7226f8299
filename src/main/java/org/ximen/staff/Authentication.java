package org.ximen.staff;

import java.time.Instant;

/** How an attempt to log in ended. */
public sealed interface Authentication {
    /** The name and the password belong to an open account. */
    record Granted(StaffMember member) implements Authentication {}

    /** Name or password is wrong, or the account is closed: which one is not told. */
    record WrongPassword() implements Authentication {}

    /**
     * Too many wrong passwords for this account came from this network; from there, nothing is
     * checked before this instant.
     */
    record Locked(Instant until) implements Authentication {}

    /** Too many attempts came from this network, or from everywhere at once; try again later. */
    record TooMany(Instant until) implements Authentication {}
}
