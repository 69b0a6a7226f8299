package org.ximen.deliberation;

import java.time.Instant;

/** What a resident said of a deliberation; who it was is not said to anybody. */
public record ResidentComment(String words, Instant at) {}
