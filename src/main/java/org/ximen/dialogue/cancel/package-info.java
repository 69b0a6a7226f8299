/** Whatever is open ends: a draft first, then a place in the queue, then a case. */
@NullMarked
package org.ximen.dialogue.cancel;

import org.jspecify.annotations.NullMarked;
