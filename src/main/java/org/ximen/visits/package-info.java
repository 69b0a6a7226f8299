/** Visits (走访): whom staff are to visit and when, what they found there, what came of it. */
@NullMarked
package org.ximen.visits;

import org.jspecify.annotations.NullMarked;
