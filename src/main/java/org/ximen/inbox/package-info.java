/** Messages that came in, each handled once. */
@NullMarked
package org.ximen.inbox;

import org.jspecify.annotations.NullMarked;
