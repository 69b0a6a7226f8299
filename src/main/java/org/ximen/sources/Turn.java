package org.ximen.sources;

import java.time.Instant;

/** A source whose turn it is, among all that are followed. */
record Turn(SourcesFile followed, Source source, Round round, Instant now) {}
