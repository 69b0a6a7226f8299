/** Open311, spoken with the running server. */
@NullMarked
package org.ximen.open311;

import org.jspecify.annotations.NullMarked;
