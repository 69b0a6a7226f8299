package org.ximen.visits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What those who look after somebody should know (关爱): living alone, ill.
 *
 * @param by account name
 * @param until the last day on which it is kept
 */
public record CareNote(String words, String by, Instant at, LocalDate until) {}
