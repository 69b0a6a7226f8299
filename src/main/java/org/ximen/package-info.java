/** Main and the whole wiring: which parts there are, and which jobs call them again and again. */
@NullMarked
package org.ximen;

import org.jspecify.annotations.NullMarked;
