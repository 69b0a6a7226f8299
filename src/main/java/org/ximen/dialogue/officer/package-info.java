/** The chat of a member of staff is bound to an account. */
@NullMarked
package org.ximen.dialogue.officer;

import org.jspecify.annotations.NullMarked;
