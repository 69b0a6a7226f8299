/** Staff lead talks with residents from the chats that they bound. */
@NullMarked
package org.ximen.dialogue.tickets;

import org.jspecify.annotations.NullMarked;
