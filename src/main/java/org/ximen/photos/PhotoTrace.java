package org.ximen.photos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a picture was seen before, or is old.
 *
 * @param digest the same for the same picture
 * @param takenAt when the camera says it was taken
 */
record PhotoTrace(String digest, @Nullable Instant takenAt) {}
