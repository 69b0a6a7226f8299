/** Notices and activities: what there is, receiving them, signing up. */
@NullMarked
package org.ximen.dialogue.notices;

import org.jspecify.annotations.NullMarked;
