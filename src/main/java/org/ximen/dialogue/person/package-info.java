/** A member of staff is wanted, or there is a complaint about an office. */
@NullMarked
package org.ximen.dialogue.person;

import org.jspecify.annotations.NullMarked;
