package org.ximen.cases;

/**
 * A danger that a text names.
 *
 * @param id such as gas, fire, electric
 * @param advice what to do at once, to be said before everything else
 */
public record Danger(String id, String name, String advice) {}
