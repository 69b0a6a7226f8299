/** Notices: what there is, and receiving them. */
@NullMarked
package org.ximen.dialogue.notices;

import org.jspecify.annotations.NullMarked;
