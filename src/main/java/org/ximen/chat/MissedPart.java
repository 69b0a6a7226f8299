package org.ximen.chat;

/**
 * A part of a message that could not be taken, and what to do instead.
 *
 * @param chinese a sentence for the person
 * @param english the same for who speaks English
 */
public record MissedPart(String chinese, String english) {}
