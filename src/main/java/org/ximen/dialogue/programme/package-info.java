/** The street's programme and projects: all of them, one, those that concern one's own place. */
@NullMarked
package org.ximen.dialogue.programme;

import org.jspecify.annotations.NullMarked;
