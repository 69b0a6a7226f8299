/** Greetings, thanks, talk about the assistant itself: one human sentence each. */
@NullMarked
package org.ximen.dialogue.smalltalk;

import org.jspecify.annotations.NullMarked;
