/** Lets work in by turns, so that nobody's work keeps everybody else waiting. */
@NullMarked
package org.ximen.admission;

import org.jspecify.annotations.NullMarked;
