package org.ximen.cases;

import java.time.Instant;

/**
 * More time that who handles a case asked for, while nobody has answered.
 *
 * @param by account name
 */
public record ExtensionRequest(String by, Instant at, String reason) {}
