/** Somebody is in danger now: advice first, a case at once where a place is known. */
@NullMarked
package org.ximen.dialogue.danger;

import org.jspecify.annotations.NullMarked;
