/** Staff see in their chat whom to visit, and say that they were there. */
@NullMarked
package org.ximen.dialogue.visits;

import org.jspecify.annotations.NullMarked;
