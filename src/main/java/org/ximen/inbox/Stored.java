package org.ximen.inbox;

import java.time.Instant;

/** A message as it came, stored and not yet handled. */
public record Stored(long id, Raw raw, Instant receivedAt) {}
