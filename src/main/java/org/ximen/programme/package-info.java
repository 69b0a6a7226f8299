/** The street's programme (1+5+1+X) and its projects: progress, whom they affect, what changed. */
@NullMarked
package org.ximen.programme;

import org.jspecify.annotations.NullMarked;
