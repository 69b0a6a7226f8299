package org.ximen.cases;

import java.time.Instant;

/**
 * A stage of some case that should be over and is not.
 *
 * @param number of the case
 */
public record LateStage(String number, TimedStage stage, Instant deadline) {}
