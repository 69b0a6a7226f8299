package org.ximen.cases;

/**
 * What a kind of thing is called.
 *
 * @param standard the standard's name
 * @param local what people here call it
 * @param english a short plain name in English; empty where there is none
 */
public record CategoryNames(String standard, String local, String english) {}
