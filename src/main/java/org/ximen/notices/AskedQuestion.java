package org.ximen.notices;

import java.time.Instant;

/**
 * What somebody asked under a notice.
 *
 * @param words masked
 * @param answered whether the files had an answer
 */
public record AskedQuestion(String words, boolean answered, Instant at) {}
