package org.ximen.cases;

/**
 * Which part of a list.
 *
 * @param page from 0
 * @param size at least 1
 */
public record PageWindow(int page, int size, CaseOrder order) {}
