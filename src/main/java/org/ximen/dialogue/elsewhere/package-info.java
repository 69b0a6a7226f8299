/** What no street handles: whose it is and how to reach them. */
@NullMarked
package org.ximen.dialogue.elsewhere;

import org.jspecify.annotations.NullMarked;
