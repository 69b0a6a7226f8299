/** Tests of what the files lack. */
@NullMarked
package org.ximen.gaps;

import org.jspecify.annotations.NullMarked;
