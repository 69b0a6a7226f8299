/** A person takes over: a queue, office hours, the bot silent meanwhile and back again after. */
@NullMarked
package org.ximen.handoff;

import org.jspecify.annotations.NullMarked;
