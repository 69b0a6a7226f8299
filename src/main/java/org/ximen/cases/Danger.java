package org.ximen.cases;

/**
 * A danger that somebody is in.
 *
 * @param id such as gas, fire, electric
 * @param advice what to do at once, to be said before everything else
 * @param english the same in English
 * @param filed whether it becomes a case; else advice is all that helps
 */
public record Danger(String id, String name, String advice, String english, boolean filed) {}
