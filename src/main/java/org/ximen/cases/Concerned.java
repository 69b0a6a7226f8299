package org.ximen.cases;

import org.ximen.chat.Sender;

/**
 * Somebody of a case who is told of it.
 *
 * @param number of the case
 * @param person id
 * @param reporter false for those who joined it
 */
public record Concerned(String number, long person, Sender tell, boolean reporter) {}
