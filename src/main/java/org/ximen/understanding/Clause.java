package org.ximen.understanding;

/**
 * A part of a message that wants something of its own.
 *
 * @param probability of the act, 0 to 1
 */
public record Clause(String text, Act act, double probability) {}
