package org.ximen.opinions;

import java.time.LocalDate;

/**
 * An adopted suggestion as everybody reads it.
 *
 * @param words without anything that tells who it was
 * @param answered the day on which it was adopted
 */
public record PublicSuggestion(String words, Opinion.Result result, LocalDate answered) {}
