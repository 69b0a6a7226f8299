/**
 * What the machine read of messages where it mattered, judged by staff; what they confirm are
 * examples that the model of this street learns from.
 */
@NullMarked
package org.ximen.readings;

import org.jspecify.annotations.NullMarked;
