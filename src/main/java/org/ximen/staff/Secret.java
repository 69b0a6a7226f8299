package org.ximen.staff;

/**
 * A password as it is kept.
 *
 * @param encoded by BCrypt
 * @param oneTime somebody else chose it: its owner changes it at the first sign-in to the console
 */
record Secret(String encoded, boolean oneTime) {}
