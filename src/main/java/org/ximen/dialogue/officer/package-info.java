/** A member of staff works in the chat that is bound to their account. */
@NullMarked
package org.ximen.dialogue.officer;

import org.jspecify.annotations.NullMarked;
